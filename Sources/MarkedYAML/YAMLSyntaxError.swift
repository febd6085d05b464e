internal import Diagnostics

/// A YAML syntax error, explained for users who do not know the terms of the parser.
struct YAMLSyntaxError {
    let message: String
    let hint: String

    /// - Parameters:
    ///   - problem: the parser's message (libyaml's scanner.c and parser.c).
    ///   - place: where the parser stopped.
    init(_ problem: String, at place: SourcePlace) {
        let line = Array(place.excerpt ?? "")
        let sign = line.indices.contains(place.column - 1) ? line[place.column - 1] : " "
        switch problem {
        case "found character that cannot start any token"
        where sign == "\t" || line.prefix(place.column).contains("\t"):
            (message, hint) = ("the line is indented with a tab", "indent with spaces, two for each level")
        case "found character that cannot start any token":
            (message, hint) = ("a value cannot begin with “\(sign)”", "put it in quotes: '\(sign)…'")
        case "mapping values are not allowed in this context":
            (message, hint) = (
                "a colon is in a place where no key can be",
                "put a text with a colon in quotes, write a colon after every key, and align the keys of a group"
            )
        case "did not find expected ',' or '}'":
            (message, hint) = (
                "a brace “{” is not closed before this, or a comma is missing",
                "close it with “}”, put a comma between its keys, and put a text with commas or braces in quotes"
            )
        case "did not find expected ',' or ']'":
            (message, hint) = (
                "a bracket “[” is not closed before this, or a comma is missing",
                "close it with “]”, and put commas between its items"
            )
        case "did not find expected key" where line.prefix(max(0, place.column - 1)).contains { !$0.isWhitespace }:
            (message, hint) = (
                "there is text after the end of a value",
                "put a text with braces or quotation marks in single quotes: '{date}　{weekday}'"
            )
        case "did not find expected key", "did not find expected '-' indicator":
            (message, hint) = (
                "the line is not aligned with the lines that it belongs to",
                "align the keys of a group, and the items of a list, exactly"
            )
        case "could not find expected ':'":
            (message, hint) = ("a key before this has no colon", "write “key: value”, with a space after the colon")
        case "found unexpected end of stream":
            (message, hint) = ("a quotation mark is not closed", "close it, or remove it")
        case "found unknown escape character":
            (message, hint) = ("“\\” has a special meaning between double quotes", "use single quotes: '…'")
        case "but found another document", "did not find expected <document start>":
            (message, hint) = (
                "the file has a second part", "remove the line with “---” or “%”: a file has only one part"
            )
        case "found undefined alias", "did not find expected alphabetic or numeric character":
            (message, hint) = (
                "“*” and “&” have a special meaning at the beginning of a value", "put the value in quotes"
            )
        default:
            (message, hint) = (
                "this is not YAML: \(problem)",
                "check the indentation (spaces, no tabs), the colon after each key, and quotes that are not closed"
            )
        }
    }
}
