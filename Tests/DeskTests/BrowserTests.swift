import Foundation
import TestSupport
import Testing

@testable import Desk

/// The preview in a browser. The tests are serialised, because each starts a browser.
@Suite(.serialized, .slow, .waiting)
struct BrowserTests {
    /// Whether page 1 has a picture.
    private static let isShown = "document.querySelector('.page[data-page=\"1\"] .overview')?.naturalWidth > 100"

    /// The scroll position of the viewer.
    private static let position =
        "(viewer => [viewer.scrollLeft, viewer.scrollTop].join())(document.getElementById('viewer'))"

    private func openBrowser(_ edition: ServedEdition, language: String = "en-US", width: Int = 1280) throws -> Browser
    {
        let browser = try Browser(width: width, language: language)
        try browser.open(edition.address)
        try browser.wait(for: Self.isShown)
        return browser
    }

    @Test func aSavedChangeReplacesThePicture() throws {
        let edition = try ServedEdition()
        let browser = try openBrowser(edition)
        #expect(try browser.text("document.title").contains("江边日报"))
        // The page must never be without a picture while it changes.
        try browser.run(
            """
            window.flashes = 0; window.old = document.querySelector('.page .overview').src
            new MutationObserver(() => { if (!document.querySelector('.page[data-page="1"] .overview')) flashes++ })
              .observe(document.getElementById('viewer'), { childList: true, subtree: true })
            document.getElementById('actual').click()
            """)
        try browser.wait(for: "document.querySelector('.page .overview').src !== old")
        try browser.run("document.getElementById('viewer').scrollTo(120, 340)")
        let position = try browser.text(Self.position)
        let before = try browser.text("document.querySelector('.page[data-page=\"1\"]').dataset.shown")
        try edition.folder.write(ServedEdition.story("黄桃大丰收"), to: "copy/one.md")
        try browser.wait(for: "document.querySelector('.page[data-page=\"1\"]').dataset.shown !== '\(before)'")
        #expect(try browser.run("window.flashes") as? Int == 0)
        #expect(try browser.text(Self.position) == position && position != "0,0")
        #expect(try browser.text("document.getElementById('scale').textContent") == "100%")
        #expect(try browser.text("document.getElementById('stories').innerText").contains("黄桃大丰收"))
        // The page before and after the change, side by side.
        try browser.press("b")
        try browser.wait(for: "document.querySelector('.before .page')?.dataset.shown === '\(before)'")
        #expect(try browser.run("document.querySelectorAll('.now .page').length") as? Int == 2)
    }

    @Test func aBrokenFileShowsTheBannerAndTheLastGoodPages() throws {
        let edition = try ServedEdition()
        let browser = try openBrowser(edition, language: "zh-CN")
        #expect(try browser.text("document.documentElement.lang") == "zh-Hans")
        #expect(try browser.text("document.getElementById('fit').textContent") == "全版")
        let layout = ServedEdition.layout.replacing("columns: 4", with: "columns: vier")
        try edition.folder.write(layout, to: "layouts/small.yaml")
        try browser.wait(for: "!document.getElementById('banner').hidden")
        let banner = try browser.text("document.getElementById('banner').innerText")
        #expect(banner.contains("layouts/small.yaml:2:") && banner.contains("vier") && banner.contains("上一次组好的版面"))
        #expect(try browser.run(Self.isShown) as? Bool == true)
        try edition.folder.write(ServedEdition.layout, to: "layouts/small.yaml")
        try browser.wait(for: "document.getElementById('banner').hidden")
    }

    @Test func aCrashShowsTheBannerAndTheLastGoodPages() throws {
        let edition = try ServedEdition()
        let browser = try openBrowser(edition)
        try edition.crash()
        try browser.wait(for: "document.getElementById('banner').innerText.includes('crashed')")
        #expect(try browser.run(Self.isShown) as? Bool == true)
        try edition.folder.write(ServedEdition.story("黄桃大丰收"), to: "copy/one.md")
        try browser.wait(for: "document.getElementById('banner').hidden")
        #expect(try browser.text("document.getElementById('stories').innerText").contains("黄桃大丰收"))
    }

    @Test func clicksSelectStoriesAndMessages() throws {
        let edition = try ServedEdition(["copy/four.md": ServedEdition.story("夜校开班", sentences: 90)])
        let browser = try openBrowser(edition)
        #expect(try browser.text("document.getElementById('fit').textContent") == "Fit")
        // The centre of the second story on page 1.
        let frame = "document.querySelectorAll('.page[data-page=\"1\"] .story-frame')[1].getBoundingClientRect()"
        let x = try #require(browser.run("(r => r.left + r.width / 2)(\(frame))") as? Double)
        let y = try #require(browser.run("(r => r.top + r.height / 2)(\(frame))") as? Double)
        try browser.click(x: x, y: y)
        try browser.wait(for: "document.querySelector('#stories .open')")
        #expect(try browser.text("document.querySelector('#stories .open').innerText").contains("copy/two.md"))
        #expect(try browser.run("document.querySelectorAll('.story-frame.selected').length") as? Int == 1)
        // A message selects its story on the other page.
        try browser.run("document.querySelector('#problems .error').click()")
        try browser.wait(for: "document.querySelector('.page[data-page=\"2\"] .story-frame.selected')")
        #expect(try browser.text("document.querySelector('#stories .open').innerText").contains("copy/four.md"))
    }

    @Test func keysToggleGuides() throws {
        let edition = try ServedEdition()
        let browser = try openBrowser(edition)
        for (key, kind) in [("g", "grid"), ("m", "modules"), ("w", "whites"), ("l", "breaks")] {
            try browser.press(key)
            try browser.wait(for: "document.querySelector('.page[data-page=\"1\"] .guides[data-kind=\(kind)]')")
        }
        try browser.press("g")
        try browser.wait(for: "!document.querySelector('.page[data-page=\"1\"] .guides[data-kind=grid]')")
        #expect(try browser.run("document.querySelectorAll('.page[data-page=\"1\"] .guides').length") as? Int == 3)
    }

    @Test func closeUpsAreDrawnInFullResolution() throws {
        let edition = try ServedEdition()
        let browser = try openBrowser(edition)
        try browser.press("2")
        try browser.wait(for: "document.querySelector('.page .detail')?.naturalWidth > 600")
        let isExact =
            "(image => image.naturalWidth === Math.round(image.getBoundingClientRect().width * devicePixelRatio))"
        #expect(try browser.run("\(isExact)(document.querySelector('.page .detail'))") as? Bool == true)
        // The overview is under it, for parts that are scrolled to.
        try browser.wait(for: "document.querySelector('.page .overview')?.naturalWidth < 1000")
        try browser.press("0")
        try browser.wait(for: "!document.querySelector('.page .detail')")
        #expect(try browser.run("\(isExact)(document.querySelector('.page .overview'))") as? Bool == true)
    }

    @Test func aStoryStaysSelectedAfterASave() throws {
        let edition = try ServedEdition()
        let browser = try openBrowser(edition)
        try browser.run("document.querySelector('#stories li:nth-child(2) button').click()")
        try browser.wait(for: "document.querySelectorAll('.story-frame.selected.highlighted').length === 1")
        let before = try browser.text("document.querySelector('.page[data-page=\"1\"]').dataset.shown")
        try edition.folder.write(ServedEdition.story("黄桃丰收", sentences: 29), to: "copy/one.md")
        try browser.wait(for: "document.querySelector('.page[data-page=\"1\"]').dataset.shown !== '\(before)'")
        // It is selected, and its animation is not repeated.
        #expect(
            try browser.run("document.querySelectorAll('.story-frame.selected:not(.highlighted)').length") as? Int == 1)
        #expect(try browser.text("document.querySelector('.story-frame.selected').dataset.story") == "two")
        #expect(try browser.text("document.querySelector('#stories .open').innerText").contains("大桥通车"))
    }

    private static let threePages: [String: String] = {
        let pages = ["one", "two", "three"].map { "  - {layout: small, copy: [copy/\($0).md]}\n" }.joined()
        return ["edition.yaml": "pages:\n" + pages]
    }()

    @Test func facingPagesAreTurnedTogether() throws {
        let edition = try ServedEdition(Self.threePages)
        let browser = try openBrowser(edition)
        let number = "document.getElementById('number').textContent"
        #expect(try browser.text(number) == "1 / 3")
        try browser.press("ArrowRight")
        try browser.wait(for: "\(number) === '2–3 / 3' && document.getElementById('next').disabled")
        #expect(try browser.run("document.querySelectorAll('.spread').length") as? Int == 2)
        try browser.press("ArrowLeft")
        try browser.wait(for: "\(number) === '1 / 3' && document.getElementById('previous').disabled")
    }

    @Test func discardsPicturesOfDistantPages() throws {
        var files = ["edition.yaml": "pages:\n"]
        for page in 1...30 {
            files["edition.yaml"]! += "  - {layout: small, copy: [copy/\(page).md]}\n"
            files["copy/\(page).md"] = ServedEdition.story("第\(page)篇", sentences: 30)
        }
        let edition = try ServedEdition(files)
        let browser = try openBrowser(edition)
        let last = "document.querySelector('.page[data-page=\"30\"] .overview')"
        try browser.run("document.getElementById('viewer').scrollTo(0, 1e6)")
        try browser.wait(for: "\(last)?.naturalWidth > 100 && !(\(Self.isShown))")
        try browser.run("document.getElementById('viewer').scrollTo(0, 0)")
        try browser.wait(for: "\(Self.isShown) && !\(last)")
    }

    @Test func aNarrowWindowStacksThePages() throws {
        let edition = try ServedEdition(Self.threePages)
        let browser = try openBrowser(edition)
        try browser.resize(width: 390, height: 800)
        try browser.wait(for: "document.querySelectorAll('.spread').length === 3")
        let fills = "document.querySelector('.page').clientWidth > 0.85 * innerWidth"
        try browser.wait(for: fills)
        // The sidebar, which would cover the pages, is closed.
        #expect(try browser.run("document.getElementById('sidebar').checkVisibility()") as? Bool == false)
        // The two versions of a page are stacked, too.
        try browser.press("b")
        try browser.wait(for: "document.querySelector('.now .page') && \(fills)")
    }

    @Test func reconnectsToARestartedPreview() throws {
        let edition = try ServedEdition()
        let browser = try openBrowser(edition)
        let picture = "document.querySelector('.page[data-page=\"1\"]').dataset.shown"
        var before = try browser.text(picture)
        // The first run publishes several states. The second begins again with revision 1.
        for title in ["改一", "改二", "改三"] {
            try edition.folder.write(ServedEdition.story(title), to: "copy/one.md")
            try browser.wait(
                for: "document.getElementById('stories').innerText.includes('\(title)') "
                    + "&& \(picture) && \(picture) !== '\(before)'")
            before = try browser.text(picture)
        }
        try edition.restart()
        try browser.wait(
            for: "\(picture) && \(picture) !== '\(before)' && !document.body.classList.contains('disconnected')")
    }

    /// The message of a story without room leads to the page that the story was assigned to.
    @Test func aMessageOfAnUnplacedStoryLeadsToItsPage() throws {
        let automatic = ServedEdition.layout.replacing(/areas:[^$]*/, with: "makeup: auto\n")
        let long = ServedEdition.story("太长的稿子", sentences: 200)
        let edition = try ServedEdition(["layouts/small.yaml": automatic, "copy/four.md": long])
        let browser = try openBrowser(edition)
        let message = "document.querySelector('#problems button.error')"
        try browser.wait(for: message)
        #expect(try browser.text("\(message).innerText").contains("Page 2 · copy/"))
        try browser.run("\(message).click()")
        try browser.wait(for: "document.getElementById('number').textContent === '2 / 2'")
        #expect(try browser.run("\(message).parentElement.classList.contains('open')") as? Bool == true)
    }

    @Test func anErrorOfDrawingAPageIsShown() throws {
        let edition = try ServedEdition(OwnFont.roles, prepare: OwnFont.install)
        let browser = try openBrowser(edition)
        try OwnFont.remove(from: edition.folder)
        // A scale in which the page has not been drawn.
        try browser.press("2")
        try browser.wait(for: "!document.getElementById('banner').hidden")
        let banner = try browser.text("document.getElementById('banner').innerText")
        #expect(banner.contains("the font LXGWWenKai-Regular cannot be used") && banner.contains("own.ttf"))
        #expect(try browser.run(Self.isShown) as? Bool == true, "the last picture stays")
        let picture = try browser.text("document.querySelector('.page[data-page=\"1\"]').dataset.shown")
        let response = try edition.get("/pictures/\(picture)?scale=3&x=0&y=0&width=9&height=9")
        #expect(
            response.hasPrefix("HTTP/1.1 500 ")
                && response.contains("\r\n\r\nthe font LXGWWenKai-Regular cannot be used"))
        // When the font is back, the error disappears.
        try OwnFont.install(in: edition.folder)
        try browser.press("+")
        try browser.wait(for: "document.getElementById('banner').hidden")
    }

    @Test func showsErrorsBeforeTheFirstPages() throws {
        let edition = try ServedEdition(["edition.yaml": "pages: []\n"])
        let browser = try Browser()
        try browser.open(edition.address)
        try browser.wait(for: "document.getElementById('empty')?.innerText.includes('No pages yet')")
        #expect(try browser.text("document.getElementById('banner').innerText").contains("edition.yaml:1"))
        #expect(try browser.run("document.querySelectorAll('[data-pages] button:not(:disabled)').length") as? Int == 0)
        try edition.folder.write(ServedEdition.files["edition.yaml"]!, to: "edition.yaml")
        try browser.wait(for: Self.isShown)
        #expect(try browser.run("document.getElementById('empty').checkVisibility()") as? Bool == false)
    }

    @Test func aPhoneShowsThePageAndOpensTheSidebar() throws {
        let edition = try ServedEdition()
        let browser = try openBrowser(edition, width: 390)
        #expect(
            try browser.run("document.body.scrollWidth <= innerWidth") as? Bool == true,
            "nothing is wider than the window"
        )
        #expect(try browser.run("getComputedStyle(document.getElementById('sidebar')).display") as? String == "none")
        try browser.run("document.getElementById('toggle-sidebar').click()")
        #expect(try browser.run("getComputedStyle(document.getElementById('sidebar')).display") as? String != "none")
        let unlabelled =
            "[...document.querySelectorAll('button, a')].filter(b => !b.ariaHidden && !b.innerText.trim() && !b.ariaLabel && b.checkVisibility())"
        #expect(try browser.run("\(unlabelled).length") as? Int == 0)
    }
}
