internal import Diagnostics

/// What the YAML parser stumbles over, in the words of somebody who writes files and never a parser.
struct YAMLFault {
    let message: String
    let hint: String

    /// - Parameters:
    ///   - problem: the parser's own words (libyaml's scanner.c and parser.c).
    ///   - place: where it gave up.
    init(_ problem: String, at place: SourcePlace) {
        let line = Array(place.excerpt ?? "")
        let sign = line.indices.contains(place.column - 1) ? line[place.column - 1] : " "
        switch problem {
        case "found character that cannot start any token"
        where sign == "\t" || line.prefix(place.column).contains("\t"):
            (message, hint) = ("the line is indented by a tab", "indent by blanks, two for each step")
        case "found character that cannot start any token":
            (message, hint) = ("a value cannot begin with “\(sign)”", "put it in quotes: '\(sign)…'")
        case "mapping values are not allowed in this context":
            (message, hint) = (
                "a colon stands where no key can be",
                "put a text with a colon in quotes, write a colon after every key, and begin the keys of a group under each other"
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
                "something stands behind a value that is complete",
                "put a text with braces or quotation marks in single quotes: '{date}　{weekday}'"
            )
        case "did not find expected key", "did not find expected '-' indicator":
            (message, hint) = (
                "the line does not begin under those that it belongs to",
                "begin the keys of a group, and the items of a list, exactly under each other"
            )
        case "could not find expected ':'":
            (message, hint) = ("a key before this has no colon", "write “key: value”, with a blank after the colon")
        case "found unexpected end of stream":
            (message, hint) = ("a quotation mark is not closed", "close it, or take it away")
        case "found unknown escape character":
            (message, hint) = ("“\\” has a meaning of its own between double quotes", "use single quotes: '…'")
        case "but found another document", "did not find expected <document start>":
            (message, hint) = ("the file has a second part", "take the line “---” or “%” out: a file is one part")
        case "found undefined alias", "did not find expected alphabetic or numeric character":
            (message, hint) = (
                "“*” and “&” at the beginning of a value have a meaning of their own", "put the value in quotes"
            )
        default:
            (message, hint) = (
                "this is not YAML: \(problem)",
                "check the indentation (spaces, no tabs), the colon after each key, and quotes that are not closed"
            )
        }
    }
}
