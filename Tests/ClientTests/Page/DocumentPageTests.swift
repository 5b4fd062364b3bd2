import Annotation
import CommandSupport
import Foundation
import Testing
import Wire

@testable import entitywire

@Suite struct DocumentPageTests {
    static let html = DocumentPage(
        text: SampleDocument.text, annotation: SampleDocument.annotation,
        submissions: [Submission(source: "<Wire>", url: "javascript:alert(1)")], origin: "a.txt"
    ).html

    static let voidElements: Set<String> = ["meta", "!doctype"]

    /// The tags in order: name and attributes.
    static let tags = html.matches(of: /<(\/?[a-z0-9!]+)((?: [a-z-]+(?:="[^"<>]*")?)*)>/).map {
        (name: String($0.1), attributes: String($0.2))
    }

    @Test func everyAngleBracketBelongsToATagOfOurs() {
        let allowed: Set<String> = [
            "!doctype", "html", "head", "meta", "title", "style", "body", "header", "dl", "dt", "dd", "ul", "li",
            "span",
            "main", "article", "h1", "h2", "p", "a", "aside", "section", "small", "b", "div", "footer", "nav",
            "details",
            "summary",
        ]
        let names = Self.tags.map { $0.name.hasPrefix("/") ? String($0.name.dropFirst()) : $0.name }
        #expect(Set(names).isSubset(of: allowed))
        let style = Self.html.components(separatedBy: "</style>")
        #expect(Self.html.count { $0 == "<" } == Self.tags.count)
        #expect(style.count == 2)
    }

    @Test func elementsNestAndLinksStandInNoLinks() {
        var open: [String] = []
        for tag in Self.tags where !Self.voidElements.contains(tag.name) {
            if tag.name.hasPrefix("/") {
                #expect(open.popLast() == String(tag.name.dropFirst()))
            } else {
                #expect(tag.name != "a" || !open.contains("a"))
                open.append(tag.name)
            }
        }
        #expect(open.isEmpty)
    }

    @Test func everyLinkLeadsToAnIdAndIdsAreUnique() {
        let attributes = Self.tags.map(\.attributes)
        let ids = attributes.flatMap { $0.matches(of: #/ id="([^"]*)"/#).map { String($0.1) } }
        let links = attributes.flatMap { $0.matches(of: #/ href="([^"]*)"/#).map { String($0.1) } }
        #expect(Set(ids).count == ids.count)
        #expect(links.count > 10)
        #expect(links.filter { !$0.hasPrefix("#") || !ids.contains(String($0.dropFirst())) }.isEmpty)
    }

    @Test func noControlCharacterAndNoChangeOfDirectionIsLeft() {
        let bad = Self.html.unicodeScalars.filter {
            ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value) || (0x2028...0x202E).contains($0.value)
                || (0x2066...0x2069).contains($0.value)
        }
        #expect(bad.isEmpty)
        #expect(Self.html.contains("␛[31m"))
        #expect(Self.html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    }

    @Test func theReaderSeesTheWholeText() {
        let article = Self.html.components(separatedBy: "<article id=\"text\">")[1].components(
            separatedBy: "</article>")[0]
        let shown =
            article.replacing(/<a class="speaker[ "].*?<\/a>/, with: "").replacing(/<[^>]*>/, with: "")
            .replacingOccurrences(of: "&lt;", with: "<").replacingOccurrences(of: "&gt;", with: ">")
            .replacingOccurrences(of: "&quot;", with: "\"").replacingOccurrences(of: "&#39;", with: "'")
            .replacingOccurrences(of: "&amp;", with: "&")
        func words(_ text: String) -> [Substring] { text.split { $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "<" } }
        #expect(words(shown).joined(separator: " ").hasPrefix("Minister b>&\"Ann␛[31m\"' /b> speaks OSLO, May 3"))
        let text = Sanitised.lines(SampleDocument.text.replacingOccurrences(of: "\u{FEFF}", with: ""))
        #expect(words(shown) == words(text))
    }

    @Test func aQuotationOverParagraphsNamesItsSpeakerOnceAtItsEnd() {
        #expect(
            Self.html.matches(of: /<a class="speaker inferred"[^>]*>\u{2060}Ann &lt;Ek&gt;, inferred<\/a>/).count == 1)
        #expect(Self.html.matches(of: /id="text-quote-1"/).count == 1)
        #expect(Self.html.matches(of: /<span class="quote direct"/).count == 2)
    }

    @Test func quotationsThatCrossAreCutSoThatTheyNest() {
        #expect(Self.html.matches(of: /<span class="quote indirect"/).count == 2)
        #expect(Self.html.matches(of: /<a class="speaker"[^>]*>\u{2060}&lt;she&gt;<\/a>/).count == 1)
    }

    @Test func boilerplateIsShownWithoutFacts() throws {
        let boilerplate = try #require(Self.html.firstMatch(of: /<p class="boilerplate".*?<\/p>/.dotMatchesNewlines()))
        #expect(boilerplate.0.contains("Related: Ann Ek &lt;img"))
        #expect(!boilerplate.0.dropFirst(4).contains("<span"))
        #expect(!Self.html.contains("text-mention-5"))
    }

    @Test func namesTellWhoIsMeantAndInWhatRole() {
        #expect(Self.html.contains("title=\"Ann &lt;Ek&gt; · PERSON · head, Harbour &amp; Sons\""))
        #expect(Self.html.contains("title=\"Oslo · LOC, city, NO\""))
    }

    @Test func whatWasSaidStandsBeforeTheNamesAndALineOfLinksBeforeTheText() throws {
        let places = ["<nav class=\"facts\">", "<article id=\"text\">", "id=\"quotations\"", "id=\"names\""].map {
            Self.html.range(of: $0)?.lowerBound
        }
        #expect(!places.contains(nil))
        #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
        #expect(Self.html.contains("<a href=\"#quotations\">2 quotations</a> <a href=\"#names\">3 names</a>"))
    }

    @Test func aDateIsToldInWordsWithItsValueBeside() {
        #expect(Self.html.contains("<div>3 May, year open <small>XXXX-05-03</small></div>"))
        #expect(Self.html.contains("title=\"3 May, year open (XXXX-05-03)\""))
    }

    @Test func aPlaceStandsAmongItsWords() throws {
        let place = try #require(Self.html.firstMatch(of: /<li><small>(.*?)<a href="#text-mention-4">/))
        #expect(place.1 == "… &quot;We stay,&quot; said the head of ")
    }

    @Test func nothingIsLoadedAndNothingRuns() {
        #expect(Self.html.contains("content=\"default-src 'none'; style-src 'sha256-"))
        #expect(!Self.html.contains("href=\"javascript"))
        #expect(Self.html.contains("<dd>javascript:alert(1)</dd>"))
        #expect(!Self.html.contains(" style=") && !Self.html.contains("url(") && !Self.html.contains("@import"))
    }

    @Test func aDocumentWithoutAResultIsATextOnItsOwn() {
        let page = DocumentPage(
            text: "a < b", annotation: Annotation(document: "k", extractor: ""), submissions: [], origin: "k",
            state: "waiting")
        #expect(page.html.contains("<p class=\"body\" dir=\"auto\">a &lt; b</p>"))
        #expect(page.html.contains("<dd>waiting</dd>"))
        #expect(!page.html.contains("<aside>"))
    }

    @Test(arguments: [("<\u{301}b>", "&lt;\u{301}b&gt;"), ("\"'&", "&quot;&#39;&amp;"), ("a\r\nb", "a\nb")])
    func whatIsMarkupElsewhereIsTextHere(text: String, expected: String) {
        #expect(Array(HTML.lines(text).utf8) == Array(expected.utf8))
    }
}
