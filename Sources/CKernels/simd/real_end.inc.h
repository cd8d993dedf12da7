#undef REAL_IS_F32
#undef real
#undef vr
#undef vr_mask
#undef VR_WIDTH
#undef R
#undef SPLAT
