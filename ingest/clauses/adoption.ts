/*
 * How a text says that it was adopted.
 */

/** In English, in Malay and Indonesian, in French and in Vietnamese. */
const patterns: readonly RegExp[] = [
  /^(?:this\s+.{0,60}\b(?:is|was)\s+)?(?:adopted|done|issued|signed)\b.{0,80}\b(?:in|at|by|on|this)\b/i,
  /^(?:diterima\s+pakai|diadopsi|disahkan|dikeluarkan|ditandatangani|dibuat)\s+(?:di|pada|oleh)\s/i,
  /^(?:fait|adoptée?|signée?)\s+(?:à|au|le|par)\s/iu,
  /^(?:thông\s+qua|làm|ký|ra)\s+(?:tại|ngày)\s/iu,
];

/** True for the line that says where and when a statement was adopted. */
export function isAdoption(text: string): boolean {
  return patterns.some((pattern) => pattern.test(text));
}
