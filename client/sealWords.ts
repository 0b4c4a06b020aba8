const HOUSE = '储蓄所';
const MOST_IN_A_ROW = 5;

/** A branch's name in rows, as it is cut into its seal: 阿里山路 over 储蓄所. */
export function sealWords(branchName: string): string[] {
  const isHouse = branchName.endsWith(HOUSE) && branchName.length > HOUSE.length;
  const name = isHouse ? branchName.slice(0, -HOUSE.length) : branchName;
  const rows: string[] = [];
  for (let from = 0; from < name.length; from += MOST_IN_A_ROW) {
    rows.push(name.slice(from, from + MOST_IN_A_ROW));
  }
  return isHouse ? [...rows, HOUSE] : rows;
}
