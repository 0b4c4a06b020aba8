/** A passbook's printed number: branch, serial, and a Luhn check digit that catches a mistyped figure. */
export function passbookNumber(branchId: string, serial: number): string {
  const body = `${branchId}-${String(serial).padStart(6, '0')}`;
  return `${body}-${checkDigit(body)}`;
}

/** Whether the number's check digit fits, so that a slip is told apart from an unknown passbook. */
export function isPassbookNumber(text: string): boolean {
  return /^\d{4}-\d{6}-\d$/.test(text) && checkDigit(text.slice(0, -2)) === Number(text.slice(-1));
}

function checkDigit(body: string): number {
  const digits = body.replace(/\D/g, '').split('').reverse().map(Number);
  const sum = digits.reduce((total, digit, position) => {
    const weighed = position % 2 === 0 ? digit * 2 : digit;
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return (10 - (sum % 10)) % 10;
}
