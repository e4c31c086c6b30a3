#include "textflag.h"

// All is SSE2, which every amd64 has.

// KEYS makes the keys of the four values at AT, as func key does. X8 is zero.
#define KEYS(AT, X) \
	MOVUPS AT, X    \
	ADDPS  X8, X    \
	MOVOU  X, X9    \
	PSRAL  $31, X9  \
	PSRLL  $1, X9   \
	PXOR   X9, X

// BEYOND sets TO to the four keys of X that are greater than X8.
#define BEYOND(X, TO) \
	MOVOU   X, TO     \
	PCMPGTL X8, TO

// SIXTEEN sets the low bits of TO to the sixteen keys that are greater than X8.
#define SIXTEEN(A, B, C, D, TO) \
	BEYOND(A, X9)      \
	BEYOND(B, X10)     \
	BEYOND(C, X11)     \
	BEYOND(D, X12)     \
	PACKSSLW X10, X9   \
	PACKSSLW X12, X11  \
	PACKSSWB X11, X9   \
	PMOVMSKB X9, TO

// func compare(a []rows, thresholds []int32, column *[batchRows]float32, n int)
//
// The keys of 32 rows stay in X0 to X7 for all thresholds.
TEXT ·compare(SB), NOSPLIT, $0-64
	MOVQ a_base+0(FP), DI
	MOVQ column+48(FP), DX
	MOVQ n+56(FP), CX

rows:
	PXOR X8, X8
	KEYS(0(DX), X0)
	KEYS(16(DX), X1)
	KEYS(32(DX), X2)
	KEYS(48(DX), X3)
	KEYS(64(DX), X4)
	KEYS(80(DX), X5)
	KEYS(96(DX), X6)
	KEYS(112(DX), X7)
	MOVQ DI, R8
	MOVQ thresholds_base+24(FP), SI
	JMP  next

threshold:
	MOVL   AX, X8
	PSHUFL $0, X8, X8
	SIXTEEN(X0, X1, X2, X3, AX)
	SIXTEEN(X4, X5, X6, X7, BX)
	SHLL   $16, BX
	ORL    BX, AX
	MOVL   AX, (R8)
	ADDQ   $8, R8
	ADDQ   $4, SI

next:
	MOVL (SI), AX
	CMPL AX, $0x7fffffff // noThreshold
	JNE  threshold

	ADDQ $4, DI // the next 32 bits of all answers
	ADDQ $128, DX
	SUBQ $32, CX
	JGT  rows
	RET
