import Annotation
import Foundation
import GRDB
import Resolution
package import Wire

extension Store {
    /// What people have said of names, in the order in which they said it.
    ///
    /// - Throws: `bad_field`, `deadline`.
    package func corrections(
        _ parameters: CorrectionsParameters, deadlineMs: Int? = nil
    ) async throws -> (page: Page<CorrectionRow>, next: String?) {
        let limit = try PageLimit.rows(parameters.limit)
        let after = try PageToken.parts(parameters.after, count: 1).map { try PageToken.number($0[0]) } ?? 0
        return try await read(deadlineMs: deadlineMs) { db in
            var rows = try CorrectionRows.list(db, after: Int64(after), limit: limit + 1)
            guard rows.count > limit else { return (Page(items: rows), nil) }
            rows.removeLast()
            return (Page(items: rows), rows.last.map { PageToken.make(String($0.id)) })
        }
    }

    /// Why two names are one entity, or two: each pair of their names with what decided.
    ///
    /// - Throws: `unknown_entity`, `ambiguous`, `deadline`.
    package func explain(_ parameters: ExplainParameters, deadlineMs: Int? = nil) async throws -> ExplainAnswer {
        let resolver = try NameResolution.shipped().resolver
        return try await answer(deadlineMs: deadlineMs) { lookup in
            let (one, two) = (
                try EntityLookup.resolve(parameters.first, lookup), try EntityLookup.resolve(parameters.second, lookup)
            )
            let (firsts, seconds) = (
                try Self.said(parameters.first, one, lookup), try Self.said(parameters.second, two, lookup)
            )
            var pairs: [ExplainAnswer.Pair] = []
            for first in firsts.prefix(Self.mostExplained) {
                for second in seconds.prefix(Self.mostExplained) {
                    pairs.append(Self.pair(first, second, resolver))
                }
            }
            pairs.sort { $0.score != $1.score ? $0.score > $1.score : ($0.first, $0.second) < ($1.first, $1.second) }
            let about = try CorrectionRows.list(lookup.db, after: 0, limit: 10_000).filter { row in
                let names = row.first + row.second
                return [firsts, seconds].allSatisfy { forms in
                    forms.contains { form in names.contains { $0.type == form.type && $0.name == form.folded } }
                }
            }
            return ExplainAnswer(
                first: try EntityRows.summary(one, lookup), second: try EntityRows.summary(two, lookup),
                isOne: one.entity == two.entity, pairs: Array(pairs.prefix(Self.mostExplained)), corrections: about)
        }
    }

    /// How many forms of each side are compared, and how many pairs are shown.
    private static let mostExplained = 16

    /// The forms that have the name that was said; all of the entity where it was an id.
    private static func said(_ query: String, _ record: FormRecord, _ lookup: Lookup) throws -> [Form] {
        let forms = try EntityRows.members(of: record, lookup).map(form)
        let folded = EntityKey.fold(query)
        let named = forms.filter { $0.folded.utf8.elementsEqual(folded.utf8) }
        return named.isEmpty ? forms : named
    }

    private static func form(_ record: FormRecord) -> Form {
        Form(
            type: EntityCode.types[record.type], folded: DocumentFacts.fold(record.names[0].text),
            evidence: record.evidence)
    }

    private static func pair(_ first: Form, _ second: Form, _ resolver: Resolver) -> ExplainAnswer.Pair {
        let decision = resolver.explain(first, second)
        return ExplainAnswer.Pair(
            first: first.folded, second: second.folded, verdict: decision.verdict.rawValue,
            score: (decision.score * 100).rounded() / 100, threshold: decision.threshold,
            reasons: decision.reasons.map { "\($0.rule.rawValue) \($0.first)/\($0.second) \($0.factor)" },
            evidence: decision.evidence)
    }

    /// Pairs of entities that may be one and are two for want of evidence, those with most documents first. It looks at the
    /// entities that most documents name.
    ///
    /// - Throws: `bad_field`, `deadline`.
    package func review(_ parameters: ReviewParameters, deadlineMs: Int? = nil) async throws -> Page<ReviewRow> {
        let limit = try PageLimit.rows(parameters.limit, ordinary: 20)
        let resolver = try NameResolution.shipped().resolver
        return try await answer(deadlineMs: deadlineMs) { lookup in
            var rows: [ReviewRow] = []
            var seen: Set<Pair> = []
            let corrections = try CorrectionRows.standing(lookup.db)
            var walk = try RankingWalk(lookup, RankingWalk.Filter(), after: nil)
            var looked = 0
            while rows.count < limit, looked < Self.mostReviewed, let record = try walk.next() {
                looked += 1
                for other in try Self.near(record, lookup, resolver) where other.entity != record.entity {
                    let pair = Pair(min(record.form, other.form), max(record.form, other.form))
                    let (one, two) = (Self.form(record), Self.form(other))
                    guard seen.insert(pair).inserted, !corrections.areApart(one, two) else { continue }
                    let reason = Self.pair(one, two, resolver)
                    guard reason.verdict == FormDecision.Verdict.doubtful.rawValue else { continue }
                    rows.append(
                        ReviewRow(
                            first: try EntityRows.summary(record, lookup),
                            second: try EntityRows.summary(other, lookup),
                            reason: reason))
                }
            }
            return Page(items: Array(rows.prefix(limit)))
        }
    }

    private static let mostReviewed = 2_000

    /// The entities that share a key with one that is not crowded.
    private static func near(_ record: FormRecord, _ lookup: Lookup, _ resolver: Resolver) throws -> [FormRecord] {
        var found: [Int64: FormRecord] = [:]
        for key in resolver.blockKeys(of: form(record)) {
            let forms = try lookup.ids(.block, key)
            guard forms.count <= Resolver.blockLimit else { continue }
            for number in forms {
                guard let other = try lookup.record(number), found[other.leader] == nil else { continue }
                found[other.leader] = try lookup.record(other.leader)
            }
        }
        return found.values.filter(\.isRanked).sorted { $0.rank < $1.rank }
    }
}
