// swift-tools-version: 6.1
import PackageDescription

/// The rules every target of ours is compiled by.
let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// - Parameters:
///   - notes: texts beside the sources.
///   - embedded: folders whose files are embedded in the program.
func part(
    _ name: String, _ dependencies: [Target.Dependency], notes: [String] = [], embedded: [String] = []
) -> Target {
    .target(
        name: name, dependencies: dependencies, exclude: notes, resources: embedded.map { .embedInCode($0) },
        swiftSettings: house)
}

/// - Parameter goldens: whether texts to compare with lie in the target's folder, which are no sources.
func test(_ name: String, _ dependencies: [Target.Dependency], goldens: Bool = false) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: ["TestSupport"] + dependencies, exclude: goldens ? ["Goldens"] : [],
        swiftSettings: house)
}

func library(_ name: String, pkgConfig: String) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig)
}

let package = Package(
    name: "paiban",
    products: [
        .executable(name: "paiban", targets: ["PaibanCommand"]),
        .library(name: "Paiban", targets: ["Paiban"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    targets: [
        // C libraries of the system: a module map and the includes, nothing else.
        library("CCairo", pkgConfig: "cairo-ft"),
        library("CPango", pkgConfig: "pangocairo"),
        library("CFreeType", pkgConfig: "freetype2"),
        library("CHarfBuzz", pkgConfig: "harfbuzz-subset"),
        library("CCMark", pkgConfig: "libcmark-gfm"),
        library("CYAML", pkgConfig: "yaml-0.1"),
        library("CPixbuf", pkgConfig: "gdk-pixbuf-2.0"),
        library("CRsvg", pkgConfig: "librsvg-2.0"),
        library("CQPDF", pkgConfig: "libqpdf"),
        library("CDeflate", pkgConfig: "libdeflate"),
        library("CTurboJPEG", pkgConfig: "libturbojpeg"),
        library("CLittleCMS", pkgConfig: "lcms2"),

        .systemLibrary(name: "CHyphen"),
        .target(name: "CICU", linkerSettings: [.linkedLibrary("icuuc"), .linkedLibrary("icui18n")]),

        // copy → articles → galleys → dummy → pages → ink
        part("Files", []),
        part("Pages", []),
        part("Concurrency", []),
        part("Diagnostics", []),
        part("MarkedYAML", ["Diagnostics", "CYAML"]),
        part("Copy", ["Files", "Diagnostics", "MarkedYAML", "CICU", "CCMark"]),
        part("Layouts", ["Files", "Pages", "Diagnostics", "MarkedYAML"]),
        part("Fonts", ["Files", "Pages", "Diagnostics", "MarkedYAML", "CPango"]),
        part("Typesetting", ["Pages", "Layouts", "Fonts", "CPango", "CICU", "CHyphen"], notes: ["CLREQ.md"]),
        part("Makeup", ["Pages", "Concurrency", "Diagnostics", "Copy", "Layouts", "Typesetting", "CICU"]),
        part(
            "Printing",
            [
                "Files", "Pages", "Concurrency", "Diagnostics", "Fonts", "CCairo", "CFreeType", "CHarfBuzz", "CPixbuf",
                "CQPDF",
                "CDeflate",
                "CTurboJPEG", "CLittleCMS", "CRsvg",
            ]),
        part(
            "Press",
            [
                "Files", "Pages", "Concurrency", "Diagnostics", "MarkedYAML", "Copy", "Layouts", "Fonts", "Typesetting",
                "Makeup",
                "Printing",
            ],
            embedded: ["Shipped"]),
        // The library's only public door: a program imports this module alone.
        part("Paiban", ["Press", "Pages", "Concurrency", "Copy", "Diagnostics", "Printing"]),
        .target(
            name: "Desk",
            dependencies: [
                "Press", "Concurrency", "Copy", "Diagnostics", "Files", "Makeup", "Pages", "Printing",
                .product(name: "FlyingSocks", package: "FlyingFox"),
            ],
            // Embedded in the program, so that it does not depend on where it is installed.
            resources: [
                "index.html", "preview.css", "preview.js", "viewer.js", "pageview.js", "sidebar.js", "strings.js",
                "icon.svg",
            ].map {
                .embedInCode("Web/" + $0)
            },
            swiftSettings: house),
        .executableTarget(
            name: "PaibanCommand",
            dependencies: [
                "Press", "Desk", "Copy", "Concurrency", "Diagnostics", "Files", "Fonts", "Layouts", "Makeup", "Pages",
                "Printing",
                "Typesetting",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: house),

        .target(
            name: "TestSupport", dependencies: ["Fonts", "CQPDF"], path: "Tests/TestSupport",
            swiftSettings: house),
        .target(
            name: "GeneratedCopy", dependencies: ["Copy", "Diagnostics"], path: "Tests/GeneratedCopy",
            swiftSettings: house),
        .target(
            name: "GeneratedPages",
            dependencies: [
                "GeneratedCopy", "Press", "Copy", "Layouts", "Makeup", "Pages", "Diagnostics", "Fonts", "TestSupport",
            ],
            path: "Tests/GeneratedPages", swiftSettings: house),
        .target(
            name: "FuzzedReaders",
            dependencies: [
                "Copy", "Layouts", "Fonts", "Pages", "Printing", "Press", "Diagnostics", "GeneratedCopy", "TestSupport",
            ],
            path: "Tests/FuzzedReaders", swiftSettings: house),
        test("Fuzzing", ["FuzzedReaders"]),
        test("Files", ["Files"]),
        test("Pages", ["Pages"]),
        test("Concurrency", ["Concurrency"]),
        test("Diagnostics", ["Diagnostics"]),
        test("MarkedYAML", ["MarkedYAML", "Diagnostics"]),
        test("Copy", ["Copy", "GeneratedCopy"], goldens: true),
        test("Layouts", ["Layouts"], goldens: true),
        test("Fonts", ["Fonts", "Diagnostics", "Pages"], goldens: true),
        test("Typesetting", ["Typesetting", "Fonts", "Layouts", "Pages", "Diagnostics", "Printing"]),
        test("Makeup", ["Makeup", "Concurrency", "Copy", "Layouts", "Typesetting", "Pages", "Diagnostics"]),
        test("Printing", ["Printing", "Concurrency"]),
        test(
            "Press",
            [
                "Press", "Concurrency", "Copy", "Layouts", "Makeup", "Pages", "Printing", "Typesetting", "Fonts",
                "Diagnostics",
                "GeneratedPages",
            ],
            goldens: true),
        // No other module: the tests see what a program sees that uses the library.
        .testTarget(name: "PaibanTests", dependencies: ["Paiban"], swiftSettings: house),
        test("Desk", ["Desk", "Press", "Diagnostics", "Fonts", "Pages", "PaibanCommand"]),
        test("PaibanCommand", ["PaibanCommand"]),
    ]
)

// Benchmarks, for us and not for those who use the package.
if Context.environment["PAIBAN_BENCHMARKS"] != nil {
    package.products.append(.executable(name: "paiban-benchmark", targets: ["PaibanBenchmark"]))
    package.targets.append(
        .executableTarget(
            name: "PaibanBenchmark",
            dependencies: [
                "Pages", "Concurrency", "Copy", "GeneratedCopy", "Layouts", "Fonts", "Typesetting", "Makeup",
                "GeneratedPages",
                "Press", "Printing", "Desk", "Diagnostics", "TestSupport", "CCairo", "CPango",
            ],
            path: "Benchmarks/PaibanBenchmark", swiftSettings: house))
}

// The documentation of the library, by `make docs`.
if Context.environment["PAIBAN_DOCS"] != nil {
    package.dependencies.append(.package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"))
}

// The long fuzzing of `make fuzz`, driven by libFuzzer: the variable holds that library's path.
if let library = Context.environment["PAIBAN_FUZZ"] {
    package.products.append(.executable(name: "paiban-fuzz", targets: ["PaibanFuzz"]))
    package.targets.append(
        .executableTarget(
            name: "PaibanFuzz", dependencies: ["FuzzedReaders"], path: "Fuzzing/PaibanFuzz", swiftSettings: house,
            linkerSettings: [.unsafeFlags([library]), .linkedLibrary("stdc++")]))
}

// The fuzzing of whole editions, by `make fuzz-editions`.
if Context.environment["PAIBAN_EDITIONS"] != nil {
    package.targets.append(
        .executableTarget(
            name: "PaibanEditions", dependencies: ["FuzzedReaders", "Concurrency"], path: "Fuzzing/PaibanEditions",
            swiftSettings: house))
    package.products.append(.executable(name: "paiban-editions", targets: ["PaibanEditions"]))
}

// Tests under the thread sanitizer, which has to be told of Swift's locks.
if Context.environment["PAIBAN_THREADS"] != nil {
    package.targets.append(.target(name: "CMutexWatch", path: "Tests/CMutexWatch"))
    package.targets.first { $0.name == "TestSupport" }?.dependencies.append("CMutexWatch")
}
