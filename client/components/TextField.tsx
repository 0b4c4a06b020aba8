import { Input, type InputProps, Textarea } from '@tarojs/components';
import { classes } from './classes';
import { Field } from './Field';
import styles from './TextField.module.scss';

interface TextFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  error?: string;
  placeholder?: string;
  maxLength?: number;
  /** Which keyboard comes up: `digit` has a decimal point. */
  keyboard?: 'text' | 'number' | 'digit' | 'nickname';
  /** Several lines that grow with what is written. */
  isLong?: boolean;
  isDisabled?: boolean;
  /** Takes the cursor when it appears: where a scanner types. */
  hasFocus?: boolean;
  confirmWord?: InputProps['confirmType'];
  onConfirm?: (value: string) => void;
}

/** A line or a few of text. */
export function TextField(props: TextFieldProps) {
  const { label, hint, error, value, onChange, maxLength = 100, keyboard = 'text', onConfirm } = props;
  const common = {
    value,
    placeholder: props.placeholder,
    placeholderClass: styles.placeholder,
    maxlength: maxLength,
    disabled: props.isDisabled,
    'aria-label': label,
  };
  return (
    <Field label={label} hint={hint} error={error}>
      {props.isLong ? (
        <Textarea
          {...common}
          className={classes(styles.box, styles.long, error && styles.wrong)}
          autoHeight
          onInput={(event) => onChange(event.detail.value)}
        />
      ) : (
        <Input
          {...common}
          className={classes(styles.box, error && styles.wrong)}
          type={keyboard}
          focus={props.hasFocus}
          confirmType={props.confirmWord ?? 'done'}
          onInput={(event) => onChange(event.detail.value)}
          onConfirm={(event) => onConfirm?.(event.detail.value)}
        />
      )}
    </Field>
  );
}
