// Read by any Node, so it speaks the oldest JavaScript.
var fs = require('fs');
var path = require('path');

var NEEDED = 20;

/** Why the bank cannot start on this machine yet, in Chinese and English; null when it can. */
function whatIsMissing(version, root) {
  if (parseInt(version, 10) < NEEDED) {
    return (
      '这台电脑的 Node.js 是 ' +
      version +
      '，公益银行需要 ' +
      NEEDED +
      ' 或更新的版本。请到 https://nodejs.org 安装后再运行 npm start。\n' +
      'This is Node.js ' +
      version +
      '; the bank needs ' +
      NEEDED +
      ' or newer. Install it from https://nodejs.org, then run npm start again.'
    );
  }
  if (!fs.existsSync(path.join(root, 'node_modules', 'tsx'))) {
    return (
      '这里还没有安装依赖。请在项目文件夹里先运行 npm ci，再运行 npm start。\n' +
      'The packages are not installed here. In the folder of the project run npm ci first, then npm start.'
    );
  }
  return null;
}

module.exports = { whatIsMissing: whatIsMissing };
