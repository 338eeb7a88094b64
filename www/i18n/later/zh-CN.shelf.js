// Words of the list of kept scenarios in simplified Chinese.
// Only sentences: no figure of a product is written here.

export default {
  'shelf.title': '方案',
  'shelf.what': '每个方案都自动存在这台设备上，不会发出去。',
  'shelf.refusedHint': '浏览器不让这个页面保存（比如无痕模式）。关掉页面前，请用链接或文件把方案带走。',
  'shelf.fullHint': '这台设备给网页的空间满了。删掉下面不用的方案，再改一处就会重新保存。',
  'shelf.name': '现在这个方案的名称',
  'shelf.copy': '复制成新方案',
  'shelf.new': '新的空白方案',
  'shelf.others': '其他方案',
  'shelf.dropOf': '删除「{name}」',
  'shelf.damaged': '读不出来',
  'shelf.saveText': '存成文件',
  'notice.scenarioCopied': '已复制成新方案，原来的还在。',
  'notice.scenarioNew': '新方案，原来的还在。',
};
