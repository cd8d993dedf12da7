import CKernels
import Testing

/// Every kernel, by way of the operations that are made of it, with each instruction set that this processor has.
///
/// The instruction set is the process's, so each runs in a process of its own.
@Suite("CKernels: variants") struct VariantTests {
    /// What the golden files ask, with one instruction set.
    private static func everything(_ isa: vj_isa) throws {
        #expect(vj_isa_select(isa))
        #expect(vj_isa_current() == isa)
        let suite = OperationGoldenTests()
        try suite.`every operation agrees with NumPy and SciPy`()
        for file in ["networks.json", "gradients.json"] { try suite.`values and gradients agree with PyTorch`(file: file) }
    }

    @Test("the portable kernels agree with all references")
    func portable() async {
        await #expect(processExitsWith: .success) { try VariantTests.everything(VJ_ISA_PORTABLE) }
    }

    @Test("the AVX2 kernels agree with all references", .enabled(if: vj_isa_available(VJ_ISA_AVX2)))
    func avx2() async {
        await #expect(processExitsWith: .success) { try VariantTests.everything(VJ_ISA_AVX2) }
    }

    @Test("the AVX-512 kernels agree with all references", .enabled(if: vj_isa_available(VJ_ISA_AVX512)))
    func avx512() async {
        await #expect(processExitsWith: .success) { try VariantTests.everything(VJ_ISA_AVX512) }
    }
}
