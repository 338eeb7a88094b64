// Words of the list of kept scenarios in traditional Chinese.
// Only sentences: no figure of a product is written here.

export default {
  'shelf.title': '方案',
  'shelf.what': '每個方案都自動存在這台裝置上，不會送出去。',
  'shelf.refusedHint': '瀏覽器不讓這個頁面儲存（例如無痕模式）。關掉頁面前，請用連結或檔案把方案帶走。',
  'shelf.fullHint': '這台裝置給網頁的空間滿了。刪掉下面不用的方案，再改一處就會重新儲存。',
  'shelf.name': '現在這個方案的名稱',
  'shelf.copy': '複製成新方案',
  'shelf.new': '新的空白方案',
  'shelf.others': '其他方案',
  'shelf.dropOf': '刪除「{name}」',
  'shelf.damaged': '讀不出來',
  'shelf.saveText': '存成檔案',
  'notice.scenarioCopied': '已複製成新方案，原來的還在。',
  'notice.scenarioNew': '新方案，原來的還在。',
};
