// The lobby: whom a visitor can be. Plain JavaScript, as it is served without a build.
(() => {
  const TOKEN_KEY = 'bank.token';
  const REFRESH_MS = 5000;
  const ZHOU = 'demo-zhou-guilan';

  const STREET_GUIDE = {
    title: '六步走一圈',
    steps: [
      ['先当', 'demo-zhou-guilan', '：存折上有 24 分。点“出示签到码”。'],
      [
        '再当',
        'demo-0211-teller-1',
        '：点今天正在进行的“洁净家园”，把周桂兰二维码下面的那行字复制过来（有扫码枪就直接扫），回车。',
      ],
      ['回到周桂兰的标签页，下拉或刷新：存折多了一行 +1，变成 25 分。'],
      [
        '在周桂兰的“我的”里打开兑换单“口罩 4 包”，复制兑换码；再当',
        'demo-0211-market',
        '，核销：−5 分，口罩领走了。',
      ],
      [
        '当',
        'demo-0211-manager',
        '，到“荣誉奖励”里批准李柜员提名的人：手工给分要两个人，经手人不能给自己办。',
      ],
      ['当', 'demo-newcomer-1', '：自己开一本存折，报名、签到，从第一分攒起。'],
    ],
  };

  const EMPTY_GUIDE = {
    title: '一家空银行这样开起来',
    steps: [
      ['当', 'demo-street-office', '：输入终端里印出的开行码，再开一个储蓄所。'],
      ['在“人员”里邀请主任，得到一个邀请码。'],
      ['当', 'demo-newcomer-1', '：在“我的”里点“有邀请码？”，接受后就是主任。'],
      ['主任添加兑换品、发布第 1 号积分标准，再邀请柜员和商户。'],
      ['当', 'demo-newcomer-2', '，用邀请码上岗当柜员，发布一场活动。'],
      ['当', 'demo-newcomer-3', '，开一本存折，报名、签到。'],
    ],
  };

  /** Which heading somebody stands under. */
  const GROUPS = [
    ['居民', ['志愿者']],
    ['储蓄所和街道办', ['柜员', '主任', '街道办']],
    ['商户', null],
    ['新来的人', ['新居民']],
  ];

  function make(tag, className, ...children) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...children);
    return element;
  }

  function doorOf(openid) {
    return `/?as=${encodeURIComponent(openid)}`;
  }

  function linkTo(openid, className, ...children) {
    const link = make('a', className, ...children);
    link.href = doorOf(openid);
    // A tab of its own has a session storage of its own: nobody is mixed up with anybody.
    link.target = '_blank';
    link.rel = 'noopener';
    return link;
  }

  function card({ openid, name, role, detail, active }) {
    const who = make('div', 'who', make('span', 'name', name), make('span', 'role', role));
    if (active) who.append(make('span', 'active', '● 正在用'));
    const face = make('span', 'face', [...name][0] ?? '');
    face.setAttribute('aria-hidden', 'true');
    return make(
      'li',
      '',
      linkTo(openid, 'person', face, make('div', 'told', who, make('div', 'detail', detail))),
    );
  }

  function groupOf(role) {
    return (GROUPS.find(([, roles]) => roles?.includes(role)) ?? GROUPS[2])[0];
  }

  function showPeople(people) {
    const sections = GROUPS.flatMap(([title]) => {
      const members = people.filter(({ role }) => groupOf(role) === title);
      if (members.length === 0) return [];
      return [make('section', '', make('h2', '', title), make('ul', 'group', ...members.map(card)))];
    });
    document.getElementById('people').replaceChildren(...sections);
  }

  function showGuide(people) {
    const isStreet = people.some(({ openid }) => openid === ZHOU);
    const { title, steps } = isStreet ? STREET_GUIDE : EMPTY_GUIDE;
    if (isStreet) document.querySelector('.bank').textContent = '长江公益银行';
    const nameOf = (openid) => people.find((person) => person.openid === openid)?.name;
    const items = steps.map((parts) =>
      make(
        'li',
        '',
        ...parts.map((part) => {
          const name = part.startsWith('demo-') && (nameOf(part) ?? '这个人');
          return name ? linkTo(part, '', name) : part;
        }),
      ),
    );
    document.getElementById('guide-title').textContent = title;
    document.querySelector('#guide ol').replaceChildren(...items);
  }

  function drawGuilloche() {
    const ellipses = Array.from(
      { length: 36 },
      (_, turn) => `<ellipse cx="130" cy="130" rx="120" ry="46" transform="rotate(${turn * 5} 130 130)"/>`,
    );
    document.querySelector('.guilloche').innerHTML = ellipses.join('');
  }

  async function getPeople() {
    const response = await fetch('/dev/people');
    if (!response.ok) throw new Error(String(response.status));
    return response.json();
  }

  /** What is on the screen, so that it is not drawn again (and the focus not lost) for nothing. */
  let shown = '';

  async function refresh() {
    const trouble = document.querySelector('.trouble');
    try {
      const people = await getPeople();
      trouble.hidden = true;
      const text = JSON.stringify(people);
      if (text === shown) return;
      shown = text;
      const focused = document.activeElement?.getAttribute('href');
      showPeople(people);
      showGuide(people);
      if (focused) document.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus();
    } catch {
      trouble.textContent = '银行已经关门，或没有应答。请在终端里运行 npm start，这一页会自己恢复。';
      trouble.hidden = false;
    }
  }

  function openLobby() {
    drawGuilloche();
    void refresh();
    setInterval(() => {
      if (!document.hidden) void refresh();
    }, REFRESH_MS);
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) void refresh();
    });
  }

  function say(...parts) {
    document.body.replaceChildren(make('div', 'entering', ...parts));
  }

  function back(words, href) {
    const link = make('a', '', words);
    link.href = href;
    return link;
  }

  /** Becomes that person in this tab, and goes to where they begin. */
  async function enterAs(openid) {
    say(make('p', '', '正在进门 …'));
    try {
      const people = await getPeople();
      const person = people.find((one) => one.openid === openid);
      const response = await fetch('/dev/login', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ openid }),
      });
      if (!person || response.status === 403) {
        say(make('p', '', '这家银行里没有这个人。'), back('回到大厅', '/'));
        return;
      }
      const { token } = await response.json();
      sessionStorage.setItem(TOKEN_KEY, token);
      location.replace(person.landing ?? '/app/');
    } catch {
      say(
        make('p', '', '银行没有应答。请看看终端里的 npm start 是否还开着。'),
        back('再试一次', doorOf(openid)),
      );
    }
  }

  const openid = new URLSearchParams(location.search).get('as');
  if (openid) void enterAs(openid);
  else openLobby();
})();
