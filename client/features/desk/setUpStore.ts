import { makeAutoObservable } from 'mobx';
import type { CallCloud } from '../../cloud/callCloud';
import { privacyNotice } from '../../privacyNotice';
import { consentError, hasErrors, phoneError, textError } from '../../fieldErrors';
import { Progress } from '../../cloud/progress';

const blank = { code: '', streetName: '', bankName: '', name: '', phone: '' };

/** The street office sets the bank up, once, with the code that was printed for it. */
export class SetUpStore {
  fields = { ...blank };
  hasConsented = false;
  /** Errors are told once the person wanted to go on. */
  isChecked = false;
  readonly sending = new Progress();

  constructor(private readonly call: CallCloud) {
    makeAutoObservable<this, 'call'>(this, { call: false });
  }

  write(field: keyof typeof blank, value: string): void {
    this.fields[field] = value;
  }

  consent(isGiven: boolean): void {
    this.hasConsented = isGiven;
  }

  get errors() {
    const { code, streetName, bankName, name, phone } = this.fields;
    return {
      code: textError(code, '请填开行码，它打印在系统启动的那台电脑上。', 100),
      streetName: textError(streetName, '请填街道名称，如“长江路街道”。', 20),
      bankName: textError(bankName, '请填银行名称，它会烫在每本存折的封面上。', 12),
      name: textError(name, '请填您的姓名。', 20),
      phone: phoneError(phone),
      consent: consentError(this.hasConsented),
    };
  }

  get shownErrors(): Partial<SetUpStore['errors']> {
    return this.isChecked ? this.errors : {};
  }

  /** @returns whether the bank is set up */
  async setUp(): Promise<boolean> {
    this.isChecked = true;
    if (hasErrors(this.errors)) return false;
    const { code, streetName, bankName, name, phone } = this.fields;
    const input = {
      code: code.trim(),
      streetName: streetName.trim(),
      bankName: bankName.trim(),
      name: name.trim(),
      phone: phone.trim(),
      consent: privacyNotice.version,
    };
    return this.sending.run(async () => {
      await this.call('desk', 'setUp', input, { purpose: 'setUp' });
    });
  }
}
