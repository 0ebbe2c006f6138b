// Everything that is quicker with a script; every page works without it. At most 300 lines.
(function () {
  'use strict';
  var doc = document, root = doc.documentElement;
  function all(selector, from) { return Array.from((from || doc).querySelectorAll(selector)); }
  function cookie(name) { return (doc.cookie.match('(?:^|; )' + name + '=([^;]*)') || [])[1]; }

  // Theme: changed in place, kept in the cookie that the server reads.
  all('[data-set-theme]').forEach(function (link) {
    link.addEventListener('click', function (event) {
      event.preventDefault();
      root.dataset.theme = link.dataset.setTheme;
      doc.cookie = 'HOCVU_THEME=' + link.dataset.setTheme + ';path=/;max-age=31536000;samesite=lax';
      all('[data-set-theme]').forEach(function (l) { l.toggleAttribute('aria-current', l === link); });
      window.hocvuTheme();
      charts();
      link.closest('details').open = false;
    });
  });

  // Drop-downs close on Escape and on a click elsewhere.
  doc.addEventListener('click', function (event) {
    all('.k-drop[open]').forEach(function (d) { if (!d.contains(event.target)) d.open = false; });
  });

  // Shortcuts; single keys can be switched off on the account page.
  var pending = '';
  doc.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') {
      all('.k-drop[open]').forEach(function (d) { d.open = false; d.querySelector('summary').focus(); });
      return;
    }
    var field = event.target.closest && event.target.closest('input, textarea, select, [contenteditable]');
    if (event.ctrlKey && event.key === 'Enter' && field && field.form) { field.form.requestSubmit(); return; }
    if (field || event.ctrlKey || event.altKey || event.metaKey || cookie('HOCVU_SHORTCUTS') === 'off') return;
    if (pending === 'g') {
      pending = '';
      var link = doc.querySelector('[data-go="' + CSS.escape(event.key) + '"]');
      if (link) { event.preventDefault(); location.href = link.href; }
      return;
    }
    if (event.key === 'g') { pending = 'g'; setTimeout(function () { pending = ''; }, 1500); return; }
    if (event.key === '/') {
      var search = doc.querySelector('[data-shortcut="/"]') || doc.querySelector('.k-filter input[type=search]');
      if (search) { event.preventDefault(); search.focus(); search.select(); }
    } else if (event.key === '?') {
      var dialog = doc.getElementById('kit-shortcuts');
      if (dialog && !dialog.open) dialog.showModal();
    } else if ((event.key === 'j' || event.key === 'k') && inbox) {
      event.preventDefault();
      walk(event.key === 'j' ? 1 : -1);
    } else if (answers[event.key]) {
      answer(event.key);
    }
  });

  // Lists of what waits: j and k walk, a and r open the two answers of the line, or of the page that it leads to.
  var inbox = doc.querySelector('[data-inbox]'), answers = { a: ['approval'], r: ['rejection', 'return'] };
  function walk(step) {
    var lines = all('main tbody th a'), to = Math.min(Math.max(lines.indexOf(doc.activeElement) + step, 0), lines.length - 1);
    if (lines[to]) lines[to].focus();
  }
  function answer(key) {
    var line = inbox && doc.activeElement.closest('tr'), link = line && line.querySelector('th a');
    if (link) { location.href = link.href.split('#')[0] + '#' + key; return; }
    var panel = answers[key].map(function (name) { return doc.getElementById(name + '-panel'); }).find(Boolean);
    if (!panel) return;
    panel.open = true;
    panel.scrollIntoView({ block: 'center' });
    panel.querySelector('input:not([type=hidden]), textarea, select').focus();
  }
  if (answers[location.hash.slice(1)]) answer(location.hash.slice(1));

  // What can be undone at once can be for ten seconds; afterwards the page of the object offers it.
  all('[data-undo]').forEach(function (form) { setTimeout(function () { if (!form.contains(doc.activeElement)) form.remove(); }, 10000); });

  // Rows for one act: how many are chosen, and all that are shown at once.
  function rowsOf(id) { return all('input[name=row][form="' + id + '"]'); }
  function choose() {
    all('[data-bulk]').forEach(function (bar) {
      var rows = rowsOf(bar.dataset.bulk), every = bar.querySelector('[data-every]'), n = rows.filter(function (row) { return row.checked; }).length;
      bar.querySelector('[data-count]').textContent = bar.dataset.words.replace('{0}', every && every.checked ? every.dataset.every : n);
      all('[data-bulk-page="' + bar.dataset.bulk + '"]').forEach(function (page) {
        page.hidden = !rows.length;
        page.checked = n > 0 && n === rows.length;
        page.indeterminate = n > 0 && n < rows.length;
      });
    });
  }
  doc.addEventListener('change', function (event) {
    if (event.target.dataset.bulkPage) rowsOf(event.target.dataset.bulkPage).forEach(function (row) { row.checked = event.target.checked; });
    choose();
  });
  // Closed, the bar stays in sight; opened, it stands below the list, so that it hides no row.
  all('[data-bulk]').forEach(function (bar) {
    bar.classList.add('k-stuck');
    bar.querySelector('summary').addEventListener('click', function () { setTimeout(function () { if (bar.open) bar.scrollIntoView(); }); });
  });
  choose();

  // Dates show their weekday.
  function weekday(input) {
    var out = input.parentElement.querySelector('[data-weekday]');
    if (!out) return;
    var m = input.value.trim().match(/^(\d{1,2})[\/.-](\d{1,2})[\/.-](\d{4})$/), iso = input.value.trim().match(/^(\d{4})-(\d{2})-(\d{2})$/);
    var date = m ? new Date(+m[3], m[2] - 1, +m[1]) : iso ? new Date(+iso[1], iso[2] - 1, +iso[3]) : null;
    var right = date && date.getDate() === +(m ? m[1] : iso[3]);
    out.textContent = right ? date.toLocaleDateString(root.lang === 'en' ? 'en-GB' : 'vi-VN', { weekday: 'long' }) : '';
  }

  // A second click on the same button sends nothing twice; the key in the form makes sure of it anyway.
  doc.addEventListener('submit', function (event) {
    var form = event.target;
    if (form.method !== 'post') return;
    if (form.dataset.busy) { event.preventDefault(); return; }
    form.dataset.busy = '1';
    form.setAttribute('aria-busy', 'true');
    setTimeout(function () { delete form.dataset.busy; form.removeAttribute('aria-busy'); }, 5000);
  });

  // htmx: the form token goes along; focus goes to what has changed; export links follow the address.
  doc.addEventListener('htmx:configRequest', function (event) {
    var meta = doc.querySelector('meta[name=csrf]');
    if (meta) event.detail.headers[meta.dataset.header] = meta.content;
  });
  doc.addEventListener('htmx:beforeRequest', function (event) { event.detail.target.setAttribute('aria-busy', 'true'); });
  doc.addEventListener('htmx:afterRequest', function (event) { event.detail.target.removeAttribute('aria-busy'); });
  doc.addEventListener('htmx:afterSettle', function (event) {
    ready(event.detail.elt);
    choose();
    all('a[data-format]').forEach(function (a) {
      var to = new URL(location.href);
      to.searchParams.set('format', a.dataset.format);
      a.href = to.pathname + to.search;
    });
    var summary = doc.getElementById('error-summary');
    if (summary && event.detail.elt.contains(summary)) summary.focus();
  });
  doc.addEventListener('htmx:responseError', function (event) {
    var toasts = doc.getElementById('toasts'), note = doc.createElement('div');
    note.className = 'alert alert-danger';
    note.textContent = event.detail.xhr.status + ' · ' + (event.detail.xhr.getResponseHeader('X-Trace-Id') || '');
    toasts.replaceChildren(note);
  });

  function ready(from) {
    all('input[data-date]', from).forEach(function (input) {
      weekday(input);
      ['input', 'change'].forEach(function (name) { input.addEventListener(name, function () { weekday(input); }); });
    });
  }
  ready(doc);
  var summary = doc.getElementById('error-summary');
  if (summary) summary.focus();

  // Charts redraw numbers that already stand in a table beside them.
  var drawn = {};
  var sizes = new ResizeObserver(function (boxes) { boxes.forEach(function (box) { drawn[box.target.id].resize(); }); });
  function charts() {
    if (!window.echarts) return;
    all('[data-chart]').forEach(function (box) {
      var block = doc.getElementById(box.dataset.chart);
      if (block) draw(box, JSON.parse(block.textContent));
    });
  }
  function draw(box, data) {
    var style = getComputedStyle(root), text = style.getPropertyValue('--bs-body-color'), line = style.getPropertyValue('--bs-border-color');
    var dark = root.dataset.bsTheme === 'dark', still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (drawn[box.id]) drawn[box.id].dispose();
    else { var table = box.parentElement.querySelector('.k-chart-table'); if (table) table.open = false; }
    box.style.display = 'block';
    var chart = drawn[box.id] = echarts.init(box, null, { renderer: 'canvas' });
    sizes.observe(box);
    var pie = data.kind === 'pie', axis = { axisLabel: { color: text }, axisLine: { lineStyle: { color: line } }, splitLine: { lineStyle: { color: line } } };
    chart.setOption({
      animation: !still, animationDuration: 300, color: dark ? ['#6ea8fe', '#ffc94d', '#75b798', '#ea868f', '#c29ffa', '#6edff6'] : ['#0d6efd', '#d98e04', '#198754', '#b3261e', '#6f42c1', '#087990'],
      textStyle: { color: text, fontFamily: getComputedStyle(doc.body).fontFamily }, aria: { enabled: true, decal: { show: true }, label: { description: box.dataset.title } },
      tooltip: { trigger: pie ? 'item' : 'axis', renderMode: 'richText' }, legend: { bottom: 0, textStyle: { color: text } },
      grid: { left: 8, right: 16, top: 24, bottom: 40, containLabel: true },
      xAxis: pie ? undefined : Object.assign({ type: 'category', data: data.categories }, axis),
      yAxis: pie ? undefined : Object.assign({ type: 'value' }, axis),
      series: pie
        ? [{ type: 'pie', radius: ['45%', '70%'], data: data.categories.map(function (c, i) { return { name: c, value: data.series[0].values[i] }; }), label: { color: text } }]
        : data.series.map(function (s) { return { type: data.kind, name: s.name, data: s.values, stack: s.stack, barMaxWidth: 48, smooth: false }; })
    });
    chart.on('click', function (p) { var link = data.links && data.links[p.dataIndex]; if (link && /^\/(?!\/)/.test(link)) location.href = link; });
  }
  window.addEventListener('load', charts);

  // Live figures: one stream per page.
  all('[data-stream]').forEach(function (badge) {
    var source, heard = Date.now(), at = new Date(), news = 0, hiddenSince = 0, paused = false, unsaid = false;
    var words = badge.querySelector('.k-live-text'), pause = badge.querySelector('[data-pause]'), say = badge.querySelector('[data-news]');
    function clock() { return at.toLocaleTimeString('vi-VN', { hour12: false, timeZone: 'Asia/Ho_Chi_Minh' }); }
    function show(state, message) {
      if (badge.dataset.state !== state) badge.dataset.state = state;
      if (words.textContent !== message) words.textContent = message;
      doc.body.classList.toggle('k-stale', state === 'lost');
    }
    function tick() {
      var silent = Math.round((Date.now() - heard) / 1000);
      if (paused) show('paused', badge.dataset.textPaused.replace('{0}', clock()));
      else if (silent > 30 || (source && source.readyState === 2)) show('lost', badge.dataset.textLost.replace('{0}', clock()));
      else if (silent > 20) show('slow', badge.dataset.textSlow.replace('{0}', silent));
      else show('live', badge.dataset.textLive);
      if (unsaid && Date.now() - news > 30000) { unsaid = false; news = Date.now(); say.textContent = badge.dataset.textNews.replace('{0}', clock()); }
      if (doc.hidden) { hiddenSince = hiddenSince || Date.now(); if (Date.now() - hiddenSince > 60000) close(); }
    }
    function take(event) {
      heard = Date.now();
      var data = JSON.parse(event.data);
      if (data.at) at = new Date(data.at);
      Object.keys(data.values || {}).forEach(function (id) {
        all('[data-live="' + CSS.escape(id) + '"]').forEach(function (el) {
          var text = String(data.values[id]);
          if (el.textContent === text) return;
          el.textContent = text;
          unsaid = true;
          el.classList.remove('k-flash');
          void el.offsetWidth;
          el.classList.add('k-flash');
        });
      });
      Object.keys(data.charts || {}).forEach(function (id) {
        var box = doc.getElementById(id), block = doc.getElementById(id + '-data');
        if (!box || !block) return;
        block.textContent = JSON.stringify(data.charts[id]);
        if (window.echarts) draw(box, data.charts[id]);
      });
      doc.dispatchEvent(new CustomEvent('hocvu:live', { detail: data }));
      tick();
    }
    function close() { if (source) { source.close(); source = null; } }
    function open() {
      close();
      source = new EventSource(badge.dataset.stream);
      source.onopen = function () { heard = Date.now(); tick(); };
      ['state', 'change', 'alive'].forEach(function (name) { source.addEventListener(name, name === 'alive' ? function () { heard = Date.now(); } : take); });
      source.onerror = function () { if (source && source.readyState === 2) setTimeout(function () { if (!paused && !doc.hidden) open(); }, 3000); tick(); };
    }
    pause.hidden = false;
    pause.addEventListener('click', function () {
      paused = !paused;
      pause.textContent = paused ? badge.dataset.textResume : badge.dataset.textPause;
      if (paused) close(); else open();
      tick();
    });
    doc.addEventListener('visibilitychange', function () { if (!doc.hidden) { hiddenSince = 0; if (!source && !paused) open(); } });
    window.addEventListener('pagehide', close);
    setInterval(tick, 1000);
    open();
  });

  // The bell: one stream for all pages of a browser, held by a page that is seen; the others hear from it. Without locks
  // the count stays as the page brought it.
  var bell = doc.querySelector('[data-bell]');
  if (bell && navigator.locks && window.BroadcastChannel) {
    var others = new BroadcastChannel('hocvu-bell'), asked = null, letGo = null, said = 0, later = 0;
    function ring(text) {
      var now = JSON.parse(text), words = bell.querySelector('.visually-hidden'), badge = bell.querySelector('.badge');
      if (words.textContent === now.words) return;
      words.textContent = bell.title = now.words;
      bell.href = now.href;
      badge.textContent = now.count;
      badge.hidden = now.count === 0;
      clearTimeout(later);
      later = setTimeout(function () { said = Date.now(); doc.getElementById('kit-bell-news').textContent = now.words; }, Math.max(0, said + 30000 - Date.now()));
    }
    function listen(done) {
      var source, again;
      function open() {
        source = new EventSource(bell.dataset.bell);
        source.addEventListener('ring', function (event) { ring(event.data); others.postMessage(event.data); });
        source.onerror = function () { if (source.readyState === 2) again = setTimeout(open, 60000); };
      }
      letGo = function () { clearTimeout(again); source.close(); letGo = null; done(); };
      open();
    }
    function look() {
      if (doc.hidden) { leave(); return; }
      if (asked) return;
      var mine = asked = new AbortController();
      navigator.locks.request('hocvu-bell', { signal: mine.signal }, function () { return mine.signal.aborted ? null : new Promise(listen); }).catch(function () { /* left before it was its turn */ });
    }
    function leave() {
      if (asked) asked.abort();
      asked = null;
      if (letGo) letGo();
    }
    others.onmessage = function (event) { ring(event.data); };
    doc.addEventListener('visibilitychange', look);
    window.addEventListener('pageshow', look);
    window.addEventListener('pagehide', leave);
    look();
  }
})();
