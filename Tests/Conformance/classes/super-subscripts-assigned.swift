class A { var d = [1,2,3]; subscript(i: Int) -> Int { get { d[i] } set { d[i] = newValue } } 
 var p: Int { get { d[0] } set { d[0] = newValue } } }
class B: A { override subscript(i: Int) -> Int { get { super[i] * 10 } set { print("set", i); super[i] = newValue; super[i] += 1 } }
 override var p: Int { get { super.p } set { super.p = newValue + 1 ; super.p += 1 } } }
let b = B(); b[1] = 7; print(b.d, b[1]); b[0] += 1; print(b.d); b.p = 3; print(b.p)
