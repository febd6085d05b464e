import Foundation
import TestSupport
import Testing

@testable import Desk

/// The preview in a real browser. One after the other: each starts one.
@Suite(.serialized, .slow)
struct BrowserTests {
    /// A page's picture in the browser, and not only its frame.
    private static let isShown = "document.querySelector('.page[data-page=\"1\"] .whole')?.naturalWidth > 100"

    /// Where the desk is scrolled to.
    private static let place = "(desk => [desk.scrollLeft, desk.scrollTop].join())(document.getElementById('desk'))"

    private func shown(_ edition: ServedEdition, language: String = "en-US", width: Int = 1280) throws -> Browser {
        let browser = try Browser(width: width, language: language)
        try browser.open(edition.address)
        try browser.wait(for: Self.isShown)
        return browser
    }

    @Test func aSavedChangeTakesTheOldPicturesPlace() throws {
        let edition = try ServedEdition()
        let browser = try shown(edition)
        #expect(try browser.text("document.title").contains("江边日报"))
        // How dark the page is must change with its headline, and the page may never be without a picture meanwhile.
        try browser.run(
            """
            window.flashes = 0; window.old = document.querySelector('.page .whole').src
            new MutationObserver(() => { if (!document.querySelector('.page[data-page="1"] .whole')) flashes++ })
              .observe(document.getElementById('desk'), { childList: true, subtree: true })
            document.getElementById('actual').click()
            """)
        try browser.wait(for: "document.querySelector('.page .whole').src !== old")
        try browser.run("document.getElementById('desk').scrollTo(120, 340)")
        let place = try browser.text(Self.place)
        let before = try browser.text("document.querySelector('.page[data-page=\"1\"]').dataset.shown")
        try edition.folder.write(ServedEdition.story("黄桃大丰收"), to: "copy/one.md")
        try browser.wait(for: "document.querySelector('.page[data-page=\"1\"]').dataset.shown !== '\(before)'")
        #expect(try browser.run("window.flashes") as? Int == 0)
        #expect(try browser.text(Self.place) == place && place != "0,0")
        #expect(try browser.text("document.getElementById('scale').textContent") == "100%")
        #expect(try browser.text("document.getElementById('stories').innerText").contains("黄桃大丰收"))
        // As it was beside as it is.
        try browser.press("b")
        try browser.wait(for: "document.querySelector('.before .page')?.dataset.shown === '\(before)'")
        #expect(try browser.run("document.querySelectorAll('.now .page').length") as? Int == 2)
    }

    @Test func aBrokenFileShowsItsBannerAndTheLastGoodPage() throws {
        let edition = try ServedEdition()
        let browser = try shown(edition, language: "zh-CN")
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

    @Test func clicksLeadFromPageToCopyAndFromMessageToPage() throws {
        let edition = try ServedEdition(["copy/four.md": ServedEdition.story("夜校开班", sentences: 90)])
        let browser = try shown(edition)
        #expect(try browser.text("document.getElementById('fit').textContent") == "Fit")
        // The middle of the second column's story on page 1.
        let spot = "document.querySelectorAll('.page[data-page=\"1\"] .spot')[1].getBoundingClientRect()"
        let x = try #require(browser.run("(r => r.left + r.width / 2)(\(spot))") as? Double)
        let y = try #require(browser.run("(r => r.top + r.height / 2)(\(spot))") as? Double)
        try browser.click(x: x, y: y)
        try browser.wait(for: "document.querySelector('#stories .open')")
        #expect(try browser.text("document.querySelector('#stories .open').innerText").contains("copy/two.md"))
        #expect(try browser.run("document.querySelectorAll('.spot.chosen').length") as? Int == 1)
        // A message leads to its story on the other page.
        try browser.run("document.querySelector('#problems .error').click()")
        try browser.wait(for: "document.querySelector('.page[data-page=\"2\"] .spot.chosen')")
        #expect(try browser.text("document.querySelector('#stories .open').innerText").contains("copy/four.md"))
    }

    @Test func layersLieOverThePageAtAKey() throws {
        let edition = try ServedEdition()
        let browser = try shown(edition)
        for (key, layer) in [("g", "grid"), ("m", "modules"), ("w", "whites"), ("l", "breaks")] {
            try browser.press(key)
            try browser.wait(for: "document.querySelector('.page[data-page=\"1\"] .layer[data-kind=\(layer)]')")
        }
        try browser.press("g")
        try browser.wait(for: "!document.querySelector('.page[data-page=\"1\"] .layer[data-kind=grid]')")
        #expect(try browser.run("document.querySelectorAll('.page[data-page=\"1\"] .layer').length") as? Int == 3)
    }

    @Test func closeUpEveryPixelOfTheScreenIsDrawn() throws {
        let edition = try ServedEdition()
        let browser = try shown(edition)
        try browser.press("2")
        try browser.wait(for: "document.querySelector('.page .sharp')?.naturalWidth > 600")
        let isExact =
            "(image => image.naturalWidth === Math.round(image.getBoundingClientRect().width * devicePixelRatio))"
        #expect(try browser.run("\(isExact)(document.querySelector('.page .sharp'))") as? Bool == true)
        // The small picture lies under it, for what is scrolled to.
        try browser.wait(for: "document.querySelector('.page .whole')?.naturalWidth < 1000")
        try browser.press("0")
        try browser.wait(for: "!document.querySelector('.page .sharp')")
        #expect(try browser.run("\(isExact)(document.querySelector('.page .whole'))") as? Bool == true)
    }

    @Test func aStoryStaysMarkedThroughASave() throws {
        let edition = try ServedEdition()
        let browser = try shown(edition)
        try browser.run("document.querySelector('#stories li:nth-child(2) button').click()")
        try browser.wait(for: "document.querySelectorAll('.spot.chosen.found').length === 1")
        let before = try browser.text("document.querySelector('.page[data-page=\"1\"]').dataset.shown")
        try edition.folder.write(ServedEdition.story("黄桃丰收", sentences: 29), to: "copy/one.md")
        try browser.wait(for: "document.querySelector('.page[data-page=\"1\"]').dataset.shown !== '\(before)'")
        // Marked it is, but it does not light up for a second time.
        #expect(try browser.run("document.querySelectorAll('.spot.chosen:not(.found)').length") as? Int == 1)
        #expect(try browser.text("document.querySelector('.spot.chosen').dataset.story") == "two")
        #expect(try browser.text("document.querySelector('#stories .open').innerText").contains("大桥通车"))
    }

    private static let threePages: [String: String] = {
        let pages = ["one", "two", "three"].map { "  - {layout: small, copy: [copy/\($0).md]}\n" }.joined()
        return ["edition.yaml": "pages:\n" + pages]
    }()

    @Test func facingPagesAreLeafedThroughTogether() throws {
        let edition = try ServedEdition(Self.threePages)
        let browser = try shown(edition)
        let number = "document.getElementById('number').textContent"
        #expect(try browser.text(number) == "1 / 3")
        try browser.press("ArrowRight")
        try browser.wait(for: "\(number) === '2–3 / 3' && document.getElementById('next').disabled")
        #expect(try browser.run("document.querySelectorAll('.spread').length") as? Int == 2)
        try browser.press("ArrowLeft")
        try browser.wait(for: "\(number) === '1 / 3' && document.getElementById('previous').disabled")
    }

    @Test func pagesFarOffGiveTheirPicturesUp() throws {
        var files = ["edition.yaml": "pages:\n"]
        for page in 1...30 {
            files["edition.yaml"]! += "  - {layout: small, copy: [copy/\(page).md]}\n"
            files["copy/\(page).md"] = ServedEdition.story("第\(page)篇", sentences: 30)
        }
        let edition = try ServedEdition(files)
        let browser = try shown(edition)
        let last = "document.querySelector('.page[data-page=\"30\"] .whole')"
        try browser.run("document.getElementById('desk').scrollTo(0, 1e6)")
        try browser.wait(for: "\(last)?.naturalWidth > 100 && !(\(Self.isShown))")
        try browser.run("document.getElementById('desk').scrollTo(0, 0)")
        try browser.wait(for: "\(Self.isShown) && !\(last)")
    }

    @Test func aWindowThatBecomesNarrowLaysPagesUnderEachOther() throws {
        let edition = try ServedEdition(Self.threePages)
        let browser = try shown(edition)
        try browser.resize(width: 390, height: 800)
        try browser.wait(for: "document.querySelectorAll('.spread').length === 3")
        let fills = "document.querySelector('.page').clientWidth > 0.85 * innerWidth"
        try browser.wait(for: fills)
        // The list, which would lie on the pages now, is closed.
        #expect(try browser.run("document.getElementById('side').checkVisibility()") as? Bool == false)
        // Before and now lie under each other, too, each as wide as the window.
        try browser.press("b")
        try browser.wait(for: "document.querySelector('.now .page') && \(fills)")
    }

    @Test func aPreviewThatIsStartedAgainIsTakenUp() throws {
        let edition = try ServedEdition()
        let browser = try shown(edition)
        let shown = "document.querySelector('.page[data-page=\"1\"]').dataset.shown"
        var before = try browser.text(shown)
        // The first run has told of many states, each of them seen; the second begins anew.
        for title in ["改一", "改二", "改三"] {
            try edition.folder.write(ServedEdition.story(title), to: "copy/one.md")
            try browser.wait(
                for: "document.getElementById('stories').innerText.includes('\(title)') "
                    + "&& \(shown) && \(shown) !== '\(before)'")
            before = try browser.text(shown)
        }
        try edition.restart()
        try browser.wait(for: "\(shown) && \(shown) !== '\(before)' && !document.body.classList.contains('gone')")
    }

    /// A message of a story that found no room leads to the page that was to hold it.
    @Test func aMessageOfWhatStandsNowhereLeadsToItsPage() throws {
        let automatic = ServedEdition.layout.replacing(/areas:[^$]*/, with: "makeup: auto\n")
        let long = ServedEdition.story("太长的稿子", sentences: 200)
        let edition = try ServedEdition(["layouts/small.yaml": automatic, "copy/four.md": long])
        let browser = try shown(edition)
        let message = "document.querySelector('#problems button.error')"
        try browser.wait(for: message)
        #expect(try browser.text("\(message).innerText").contains("Page 2 · copy/"))
        try browser.run("\(message).click()")
        try browser.wait(for: "document.getElementById('number').textContent === '2 / 2'")
        #expect(try browser.run("\(message).parentElement.classList.contains('open')") as? Bool == true)
    }

    @Test func beforeTheFirstPageItIsSaidWhy() throws {
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

    @Test func aPhoneSeesAPageAndCallsTheList() throws {
        let edition = try ServedEdition()
        let browser = try shown(edition, width: 390)
        #expect(
            try browser.run("document.body.scrollWidth <= innerWidth") as? Bool == true, "nothing runs off the side"
        )
        #expect(try browser.run("getComputedStyle(document.getElementById('side')).display") as? String == "none")
        try browser.run("document.getElementById('list').click()")
        #expect(try browser.run("getComputedStyle(document.getElementById('side')).display") as? String != "none")
        let unlabelled =
            "[...document.querySelectorAll('button, a')].filter(b => !b.ariaHidden && !b.innerText.trim() && !b.ariaLabel && b.checkVisibility())"
        #expect(try browser.run("\(unlabelled).length") as? Int == 0)
    }
}
