let s = "abc".uppercased
print(s + "x") // rejected: function produces expected type 'String'; did you mean to call it with '()'?
