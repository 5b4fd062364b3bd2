import Testing

@testable import Metrics

@Suite struct TextFormatTests {
    @Test func aCounterWithoutALabelIsShownFromTheStart() {
        let counter = Counter("entitywire_things_total", "Things.")
        let head = "# HELP entitywire_things_total Things.\n# TYPE entitywire_things_total counter\n"
        #expect(MetricsServer.text([counter.family]) == head + "entitywire_things_total 0\n")
        counter.add()
        counter.add(41)
        #expect(MetricsServer.text([counter.family]) == head + "entitywire_things_total 42\n")
    }

    @Test func theValuesOfALabelStandInOrderKnownOnesWithZero() {
        let counter = Counter("c_total", "C.", label: "code", values: ["busy", "internal"])
        counter.add(2, "deadline")
        #expect(
            MetricsServer.text([counter.family])
                == """
                # HELP c_total C.
                # TYPE c_total counter
                c_total{code="busy"} 0
                c_total{code="deadline"} 2
                c_total{code="internal"} 0

                """)
    }

    @Test func bucketsAddUpAndEndWithInfinity() {
        let histogram = Histogram("h_seconds", "H.", label: "stage", bounds: [0.5, 2])
        for seconds in [0.25, 0.5, 1, 8] { histogram.observe(seconds, "names") }
        #expect(
            MetricsServer.text([histogram.family])
                == """
                # HELP h_seconds H.
                # TYPE h_seconds histogram
                h_seconds_bucket{stage="names",le="0.5"} 2
                h_seconds_bucket{stage="names",le="2"} 3
                h_seconds_bucket{stage="names",le="+Inf"} 4
                h_seconds_sum{stage="names"} 9.75
                h_seconds_count{stage="names"} 4

                """)
    }

    @Test func quotesBackslashesAndLineFeedsAreEscaped() {
        let family = MetricFamily(
            .gauge, "g", "Two\nlines \\ \"quoted\".",
            [MetricFamily.Sample(labels: [("path", "a\\b\n\"c\"")], value: 1)])
        #expect(
            family.text
                == "# HELP g Two\\nlines \\\\ \"quoted\".\n# TYPE g gauge\ng{path=\"a\\\\b\\n\\\"c\\\"\"} 1\n")
    }

    @Test(
        arguments: [
            (0, "0"), (-3, "-3"), (2.5, "2.5"), (1e18, "1000000000000000000"), (1e-7, "1e-07"), (.infinity, "+Inf"),
            (-.infinity, "-Inf"), (.nan, "NaN"),
        ] as [(Double, String)])
    func numbersAreWrittenAsPrometheusReadsThem(_ value: Double, _ text: String) {
        #expect(MetricFamily.number(value) == text)
    }

    @Test func theProcessKnowsItsMemory() throws {
        let families = ProcessMetrics.families
        #expect(Set(families.map(\.name)).count == families.count)
        let memory = try #require(families.first { $0.name == "process_resident_memory_bytes" })
        #expect((memory.samples.first?.value ?? 0) > 1_000_000)
    }
}
