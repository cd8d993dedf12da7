let d = ["a": 1, "b": "2"]  // rejected: heterogeneous collection literal could only be inferred to '[String : Any]'; add explicit type annotation if this is intentional
print(d)
