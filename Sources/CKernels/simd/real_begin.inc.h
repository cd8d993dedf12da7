// Names that a kernel for one floating-point type is written in.
#if REAL_IS_F32
#define real float
#define vr vf
#define vr_mask vi
#define VR_WIDTH VJ_VF
#define R(name) name##_f32
#define SPLAT(x) splat_f((float)(x))
#else
#define real double
#define vr vd
#define vr_mask vl
#define VR_WIDTH VJ_VD
#define R(name) name##_f64
#define SPLAT(x) splat_d((double)(x))
#endif
