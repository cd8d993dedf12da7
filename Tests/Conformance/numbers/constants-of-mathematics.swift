import Foundation

print(M_PI, M_E, M_SQRT2, M_SQRT1_2, M_LN2, M_LN10, M_LOG2E, M_LOG10E)
print(M_PI_2, M_PI_4, M_1_PI, M_2_PI, M_2_SQRTPI)
print((10.5).binade, (0.3).binade, (-9.0).binade, Float(9).binade)
func area(_ r: Double) -> Double { M_PI * r * r }
print(area(2) == .pi * 4)
