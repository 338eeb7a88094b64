// The products' own texts, which come in simplified Chinese, in traditional Chinese: letter by letter, then word by word.
// It is no converter for any text: it knows the letters of data/terms/, and a test holds that it knows them all.

const SIMPLIFIED =
  '万与两个为义买于产从价会余债关内写冲冻几则办动区协单卖占却参发号后呗响团图处备复够实审宽对带并应开异张录征总恶户报数无时显机条来构没满点环现电着码种称笔类约组绍绑结给统续营观规触计订认议记讲论设评话误说请读调负账货贷费资较过还这进违连选里银铺长闭问间险随页项额风马';
const TRADITIONAL =
  '萬與兩個為義買於產從價會餘債關內寫衝凍幾則辦動區協單賣佔卻參發號後唄響團圖處備復夠實審寬對帶並應開異張錄徵總惡戶報數無時顯機條來構沒滿點環現電著碼種稱筆類約組紹綁結給統續營觀規觸計訂認議記講論設評話誤說請讀調負帳貨貸費資較過還這進違連選裡銀鋪長閉問間險隨頁項額風馬';

const LETTERS = new Map([...SIMPLIFIED].map((letter, i) => [letter, [...TRADITIONAL][i]]));

/** Words that are said otherwise, and letters that stand for two. */
const WORDS = [
  ['復核', '複核'],
  ['復利', '複利'],
  ['默認', '預設'],
  ['登錄', '登入'],
  ['協議', '合約'],
  ['渠道', '管道'],
  ['支持', '支援'],
  ['應用', ' App '],
  ['“', '「'],
  ['”', '」'],
];

/** @param {string} text */
export function traditional(text) {
  const letters = [...text].map((letter) => LETTERS.get(letter) ?? letter).join('');
  return WORDS.reduce((words, [from, to]) => words.replaceAll(from, to), letters);
}
