// Words of the list of kept scenarios in English.
// Only sentences: no figure of a product is written here.

export default {
  'shelf.title': 'Scenarios',
  'shelf.what': 'Each scenario is kept on this device and sent nowhere.',
  'shelf.refusedHint':
    'The browser does not let this page keep anything, as in a private window. Take the scenario with you as a link or a file before you close it.',
  'shelf.fullHint':
    'The room that this device gives to pages is used up. Remove scenarios below; the next change is kept again.',
  'shelf.name': 'Name of this scenario',
  'shelf.copy': 'Copy to a new one',
  'shelf.new': 'New and empty',
  'shelf.others': 'Others',
  'shelf.dropOf': 'Remove “{name}”',
  'shelf.damaged': 'cannot be read',
  'shelf.saveText': 'Save as a file',
  'notice.scenarioCopied': 'Copied to a new scenario; the old one is still there.',
  'notice.scenarioNew': 'A new scenario; the old one is still there.',
};
