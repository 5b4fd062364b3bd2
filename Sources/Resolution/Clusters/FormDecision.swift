import Annotation

/// Whether two forms are one entity, and why.
package struct FormDecision: Sendable {
    /// What the two records say of each other.
    package enum Verdict: String, Sendable {
        /// One entity.
        case same
        /// One, if nothing else is as near: a family name beside a whole name, an acronym beside a name.
        case supported
        /// Names alone are not enough, and there is no more: two, until a person says otherwise.
        case doubtful
        /// Two: the names are those of different things.
        case different
        /// Two of one name: the evidence contradicts itself.
        case contradicted
    }

    package var verdict: Verdict
    /// How alike the names are, from 0 to 1.
    package var score: Double
    /// The score that was asked for with this evidence.
    package var threshold: Double
    package var reasons: [NameReason]
    /// What the evidence beside the names says, in words: `country UA`, `field government`.
    package var evidence: [String]
}

/// Decides about two forms from their names and evidence alone, so that it never matters what else is known.
///
/// The thresholds are in the article *Resolution*; fitted on the development pairs and the sample documents.
package struct FormComparer: Sendable {
    package enum Threshold {
        /// Names that are one with nothing else to go by.
        package static let alone = 0.80
        /// Names that are one where country or field agree.
        package static let sameCountry = 0.70
        /// Names that are one where country and field agree.
        package static let sameOffice = 0.55
        /// Names of events, products and groups, which have no evidence beside the name.
        package static let things = 0.90
        /// Below this a pair is not even doubtful.
        package static let doubt = 0.50
    }

    private let matcher: NameMatcher

    package init(tables: NameTables) { matcher = NameMatcher(tables: tables) }

    package func parse(_ form: Form) -> NameMatcher.ParsedName { matcher.parse(form.folded, type: form.type) }

    /// What two forms say of each other, with their names already parsed.
    package func decide(
        _ first: Form, _ one: NameMatcher.ParsedName, _ second: Form, _ two: NameMatcher.ParsedName,
        explains: Bool = false
    ) -> FormDecision {
        var decision = FormDecision(verdict: .different, score: 0, threshold: 1, reasons: [], evidence: [])
        guard first.type == second.type else { return decision }
        let isEqual = first.folded.utf8.elementsEqual(second.folded.utf8)
        let match =
            isEqual ? NameMatch(score: 1, reasons: [NameReason(.same)]) : matcher.match(one, two, explains: explains)
        decision.score = match.score
        decision.reasons = match.reasons
        if let a = first.gazetteer, let b = second.gazetteer {
            decision.evidence.append(a == b ? "identifier \(a)" : "identifiers \(a) and \(b)")
            decision.verdict = a == b ? .same : .contradicted
            decision.threshold = a == b ? 0 : 1
            return decision
        }
        let country = Agreement(first.country, second.country)
        let field = Agreement(first.field, second.field, contradicts: OfficeTable.contradict)
        if country == .equal, let code = first.country { decision.evidence.append("country \(code)") }
        if field == .equal, let name = first.field { decision.evidence.append("field \(name)") }
        if country == .opposed {
            decision.evidence.append("countries \(first.country ?? "") and \(second.country ?? "")")
        }
        if field == .opposed { decision.evidence.append("fields \(first.field ?? "") and \(second.field ?? "")") }
        switch first.type {
        case .person: person(&decision, isEqual, country, field, first, second, one, two)
        case .organization, .facility: organization(&decision, isEqual, country, one, two)
        case .location: place(&decision, country)
        default:
            decision.threshold = Threshold.things
            decision.verdict = decision.score >= Threshold.things ? .same : .different
        }
        return decision
    }

    /// How two values of one kind of evidence agree.
    private enum Agreement {
        case equal, opposed, open

        init(_ first: String?, _ second: String?, contradicts: (String, String) -> Bool = { $0 != $1 }) {
            guard let first, let second else {
                self = .open
                return
            }
            self = first == second ? .equal : contradicts(first, second) ? .opposed : .open
        }
    }

    private func person(
        _ decision: inout FormDecision, _ isEqual: Bool, _ country: Agreement, _ field: Agreement, _ first: Form,
        _ second: Form, _ one: NameMatcher.ParsedName, _ two: NameMatcher.ParsedName
    ) {
        // Two men of one name: offices of two countries, or fields that one man rarely has both of.
        let isOpposed = field == .opposed || country == .opposed && first.field != nil && second.field != nil
        guard case .person(let a) = one, case .person(let b) = two else { return }
        let isBare = a.parts.count == 1 || b.parts.count == 1
        let isBoth = country == .equal && field == .equal
        decision.threshold =
            isBoth ? Threshold.sameOffice : country == .equal ? Threshold.sameCountry : Threshold.alone
        if isBare, a.parts.count != b.parts.count {
            decision.threshold = Threshold.doubt
            let isNear = decision.score >= Threshold.doubt
            decision.verdict =
                !isNear || isOpposed || country == .opposed
                ? .different : isBoth || country == .equal ? .supported : .doubtful
        } else if decision.score < Threshold.doubt {
            decision.verdict = .different
        } else if isOpposed {
            decision.verdict = .contradicted
        } else if isBare, !isEqual {
            // "Umerov" and "Umarov" with nothing beside them may be two families.
            decision.verdict = decision.score >= 0.9 && (isBoth || country == .equal) ? .same : .doubtful
        } else if country == .opposed, !isEqual, decision.score < 0.85 {
            decision.verdict = .doubtful
        } else {
            decision.verdict = decision.score >= decision.threshold ? .same : .doubtful
        }
    }

    private func organization(
        _ decision: inout FormDecision, _ isEqual: Bool, _ country: Agreement, _ one: NameMatcher.ParsedName,
        _ two: NameMatcher.ParsedName
    ) {
        guard case .organization(let a) = one, case .organization(let b) = two else { return }
        decision.threshold = country == .equal ? Threshold.sameCountry : Threshold.alone
        if decision.score < Threshold.doubt {
            decision.verdict = .different
        } else if country == .opposed {
            decision.verdict = .contradicted
        } else if a.isShort != b.isShort, !isEqual, decision.score >= decision.threshold {
            decision.verdict = .supported
        } else if a.isGeneric, b.isGeneric, country != .equal, !isEqual {
            // Every country has its supreme court.
            decision.verdict = .doubtful
        } else if a.isGeneric, b.isGeneric, country == .open, isEqual {
            decision.verdict = .supported
        } else {
            decision.verdict = decision.score >= decision.threshold ? .same : .doubtful
        }
    }

    private func place(_ decision: inout FormDecision, _ country: Agreement) {
        decision.threshold = Threshold.alone
        if decision.score < Threshold.doubt {
            decision.verdict = .different
        } else if country == .opposed {
            decision.verdict = .contradicted
        } else {
            decision.verdict = decision.score >= decision.threshold ? .same : .doubtful
        }
    }
}

extension OrganizationName {
    /// No word of it belongs to one organisation alone: `Supreme Court`, `Foreign Ministry`.
    var isGeneric: Bool { !parts.contains { $0.kind == .word || $0.kind == .country || $0.kind == .number } }
}
