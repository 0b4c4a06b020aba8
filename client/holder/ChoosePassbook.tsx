import type { PassbookKind } from '../../types/entities';
import { Choice } from '../components/Choice';
import { kindNames } from '../names';

interface ChoosePassbookProps {
  /** What is being chosen, for those who hear the page. */
  label: string;
  passbooks: readonly { id: string; kind: PassbookKind }[];
  value: string | null;
  onChange: (passbookId: string) => void;
}

/** One of the passbooks that a person holds or speaks for. */
export function ChoosePassbook({ label, passbooks, value, onChange }: ChoosePassbookProps) {
  const options = passbooks.map(({ id, kind }) => {
    const isOnlyOne = passbooks.filter((other) => other.kind === kind).length === 1;
    return { value: id, label: isOnlyOne ? kindNames[kind] : `${kindNames[kind]} ${serialOf(id)}` };
  });
  return <Choice label={label} options={options} value={value} onChange={onChange} />;
}

/** `0211-000155-3` → `155` */
function serialOf(passbookId: string): string {
  return String(Number(passbookId.split('-')[1]));
}
