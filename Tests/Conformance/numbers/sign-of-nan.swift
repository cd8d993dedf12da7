import Foundation

// NaN has a sign, which `print` shows and `description` does not.
var z = 0.0
print(-Double.nan, Double.nan.sign, (-Double.nan).sign)
print(z / z, (z / z).sign)
print(-(z / z))
let n = Double.nan
print(-n, n.magnitude, abs(-n), (-n).magnitude)
print((-0.0 / 0.0).sign)
let a = -0.0 / 0.0
print(a)
print(Double.infinity - Double.infinity)
let i = Double.infinity
print(i - i, i * 0, (i * 0).sign)
print("\(-n)", String(-n), (-n).description, String(describing: -n))
print([-n, n], (-n).debugDescription)
let f = Float.nan
print(-f, f, (-f).sign)
print(f * -1, n * -1, 0 - n, -1 * n)
print(Double(sign: .minus, exponent: 0, significand: .nan))
print(Double("nan")!, Double("-nan")!, Float("-nan") as Any)
print((-n).isNaN, n.isNaN, n == n, -n == -n)
print(Double(-f), Float(-n))
print(n.bitPattern == (-n).bitPattern)
print(z.squareRoot(), (-1.0).squareRoot())
print(sqrt(-1.0), log(-1.0), pow(-1.0, 0.5), sqrt(-4.0).sign)
print(String(format: "%f %g %.2f", -n, -n, n))
print(max(n, 1), min(-n, 1), Double.maximum(-n, 1))
print(1.0.truncatingRemainder(dividingBy: 0), fmod(1.0, 0.0))
print(n.isSignalingNaN, Double.signalingNaN, -Double.signalingNaN)
print(Double(signOf: -1, magnitudeOf: n))
print(n.nextUp, n.rounded(), (-n).rounded(), n.exponent, n.significand, (-n).significand)
