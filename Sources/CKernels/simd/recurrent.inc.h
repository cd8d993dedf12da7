// One row of the recurrent cells of one floating-point type.

static void R(lstm)(size_t n, void *gates, const void *before, void *c, void *h) {
    real *gi = gates, *gf = gi + n, *gg = gf + n, *go = gg + n;
    for (size_t k = 0; k < n; k += VR_WIDTH) {
        const size_t left = n - k;
        const vr i = vsigmoid(load_some(gi + k, left)), f = vsigmoid(load_some(gf + k, left)),
                 g = vtanh(load_some(gg + k, left)), o = vsigmoid(load_some(go + k, left));
        vr cell = i * g;
        if (before) cell = fma_(f, load_some((const real *)before + k, left), cell);
        store_some(gi + k, i, left), store_some(gf + k, f, left);
        store_some(gg + k, g, left), store_some(go + k, o, left);
        store_some((real *)c + k, cell, left);
        store_some((real *)h + k, o * vtanh(cell), left);
    }
}

static void R(lstm_back)(
    size_t n, const void *gates, const void *before, const void *c, const void *h_gradient,
    const void *c_gradient, void *gates_gradient, void *before_gradient) {
    const real *gi = gates, *gf = gi + n, *gg = gf + n, *go = gg + n;
    real *di = gates_gradient, *df = di + n, *dg = df + n, *d_o = dg + n;
    const vr one = SPLAT(1);
    for (size_t k = 0; k < n; k += VR_WIDTH) {
        const size_t left = n - k;
        const vr i = load_some(gi + k, left), f = load_some(gf + k, left),
                 g = load_some(gg + k, left), o = load_some(go + k, left);
        const vr t = vtanh(load_some((const real *)c + k, left));
        vr dh = h_gradient ? load_some((const real *)h_gradient + k, left) : SPLAT(0);
        vr dc = dh * o * (one - t * t);
        if (c_gradient) dc += load_some((const real *)c_gradient + k, left);
        const vr old = before ? load_some((const real *)before + k, left) : SPLAT(0);
        store_some(di + k, dc * g * i * (one - i), left);
        store_some(df + k, dc * old * f * (one - f), left);
        store_some(dg + k, dc * i * (one - g * g), left);
        store_some(d_o + k, dh * t * o * (one - o), left);
        if (before_gradient) store_some((real *)before_gradient + k, dc * f, left);
    }
}

static void R(gru)(size_t n, void *input, const void *recurrent, const void *before, void *h) {
    real *xr = input, *xz = xr + n, *xn = xz + n;
    const real *hr = recurrent, *hz = hr + n, *hn = hz + n;
    for (size_t k = 0; k < n; k += VR_WIDTH) {
        const size_t left = n - k;
        const vr r = vsigmoid(load_some(xr + k, left) + load_some(hr + k, left));
        const vr z = vsigmoid(load_some(xz + k, left) + load_some(hz + k, left));
        const vr m = vtanh(fma_(r, load_some(hn + k, left), load_some(xn + k, left)));
        store_some(xr + k, r, left), store_some(xz + k, z, left), store_some(xn + k, m, left);
        const vr old = before ? load_some((const real *)before + k, left) : SPLAT(0);
        store_some((real *)h + k, fma_(z, old - m, m), left);
    }
}

static void R(gru_back)(
    size_t n, const void *input, const void *recurrent, const void *before,
    const void *h_gradient, void *input_gradient, void *recurrent_gradient,
    void *before_gradient) {
    const real *pr = input, *pz = pr + n, *pn = pz + n, *hn = (const real *)recurrent + 2 * n;
    real *xr = input_gradient, *xz = xr + n, *xn = xz + n;
    real *hr = recurrent_gradient, *hz = hr + n, *hm = hz + n;
    const vr one = SPLAT(1);
    for (size_t k = 0; k < n; k += VR_WIDTH) {
        const size_t left = n - k;
        const vr r = load_some(pr + k, left), z = load_some(pz + k, left),
                 m = load_some(pn + k, left);
        const vr old = before ? load_some((const real *)before + k, left) : SPLAT(0);
        const vr dh = load_some((const real *)h_gradient + k, left);
        const vr dn = dh * (one - z) * (one - m * m), dz = dh * (old - m) * z * (one - z),
                 dr = dn * load_some(hn + k, left) * r * (one - r);
        store_some(xr + k, dr, left), store_some(hr + k, dr, left);
        store_some(xz + k, dz, left), store_some(hz + k, dz, left);
        store_some(xn + k, dn, left), store_some(hm + k, dn * r, left);
        if (before_gradient) store_some((real *)before_gradient + k, dh * z, left);
    }
}
