import Annotation
import Resolution
import Testing

@Suite struct EntityKeyTests {
    @Test(arguments: [
        ("Załużny", "zaluzny"), ("U.S.", "us"), ("The Hague", "hague"), ("O’Brien", "obrien"), ("O'Brien", "obrien"),
        ("NATO-Ukraine Council", "nato ukraine council"), ("Straße", "strasse"), ("Ærø", "aero"), ("ĐINH", "dinh"),
        ("Acme  S.A. ", "acme sa"), ("Володимир Зеленський", "володимир зеленськии"), ("…", "…"), ("The", "the"),
        ("cafe\u{301}", "cafe"), ("caf\u{e9}", "cafe"), ("“Wagner” Group", "wagner group"),
    ])
    func foldsWhatSpellingsDifferIn(name: String, folded: String) {
        #expect(EntityKey.fold(name) == folded)
    }

    @Test func foldingTwiceChangesNothing() {
        for name in ["The The", "Załużny", "A.B. & Söhne", "…"] {
            let once = EntityKey.fold(name)
            #expect(EntityKey.fold(once) == EntityKey.fold(EntityKey.fold(once)))
        }
    }

    @Test func oneIdForAllSpellingsOfOneName() {
        let id = EntityKey.globalId(type: .organization, name: "U.N.")
        #expect(id == EntityKey.globalId(type: .organization, name: "the UN"))
        #expect(id != EntityKey.globalId(type: .person, name: "UN"))
        #expect(id.utf8.count == 17 && id.hasPrefix("E"))
    }

    @Test func theIdIsFrozen() {
        // Ids given out must resolve for ever: this value may never change.
        #expect(
            EntityKey.globalId(type: .organization, name: "NATO")
                == EntityKey.globalId(type: .organization, folded: "nato"))
    }
}
