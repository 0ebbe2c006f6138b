// Nothing typed is lost: drafts of forms, and a word before the session ends. Pages work without it. At most 150 lines.
(function () {
  'use strict';
  var doc = document, words = doc.body.dataset, session = doc.getElementById('kit-session');
  function store(kept, key, value) {
    try { return value === undefined ? kept.getItem(key) : value === null ? kept.removeItem(key) : kept.setItem(key, value); } catch (e) { return null; }
  }
  function clock(at) { return new Date(at).toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Ho_Chi_Minh' }); }

  // Every answer begins the session's time anew, in whichever tab.
  function heard() { store(localStorage, 'hocvu:heard', String(Date.now())); }
  function ask(method, address, body) {
    var meta = doc.querySelector('meta[name=csrf]'), headers = { 'HX-Request': 'true', 'Content-Type': 'application/json' };
    if (meta) headers[meta.dataset.header] = meta.content;
    return fetch(address, { method: method, headers: headers, body: body }).then(function (answer) {
      if (!answer.ok) throw answer;
      heard();
      return answer;
    });
  }
  heard();
  doc.addEventListener('htmx:afterRequest', heard);

  // Drafts: at once in this tab, two seconds after the last key on the server; until the form is accepted or given up.
  function page(form) { var from = form.elements._form; return ((from && from.value) || location.pathname).split('?')[0]; }
  // Whoever signs in next in the same tab must not find what somebody else has typed.
  function key(form) { return 'hocvu:' + (session ? session.dataset.person : '') + ':' + page(form) + '#' + form.id; }
  function address(form) { return '/drafts?page=' + encodeURIComponent(page(form)) + '&form=' + encodeURIComponent(form.id); }
  function fields(form) {
    return Array.from(form.elements).filter(function (f) { return f.name && f.name[0] !== '_' && f.type !== 'hidden' && f.type !== 'file' && f.type !== 'submit'; });
  }
  function values(form) {
    return JSON.stringify(fields(form).map(function (f) { return [f.name, f.type === 'checkbox' || f.type === 'radio' ? f.checked : f.value]; }));
  }
  function fill(form, text) {
    var list = JSON.parse(text), here = fields(form);
    if (list.length !== here.length || list.some(function (v, i) { return v[0] !== here[i].name; })) return false;
    here.forEach(function (f, i) {
      if (typeof list[i][1] === 'boolean') f.checked = list[i][1]; else f.value = list[i][1];
      f.dispatchEvent(new Event('change', { bubbles: true }));
    });
    var panel = form.closest('details');
    if (panel) panel.open = true;
    return true;
  }
  function say(form, text, drop) {
    var bar = form.querySelector('.k-draft'), end = form.querySelector('.k-form-end');
    if (!bar) {
      bar = doc.createElement('p');
      bar.className = 'k-draft small text-body-secondary';
      bar.setAttribute('role', 'status');
      end.after(bar);
    }
    bar.textContent = text;
    if (!drop) return;
    var button = doc.createElement('button');
    button.type = 'button';
    button.className = 'btn btn-link btn-sm';
    button.textContent = words.draftDrop;
    button.addEventListener('click', drop);
    bar.append(' ', button);
  }

  var refused = !!doc.querySelector('.k-failure, #error-summary');
  var sent = JSON.parse(store(sessionStorage, 'hocvu:sent') || 'null');
  if (sent && !refused) {
    store(sessionStorage, sent.key, null);
    store(sessionStorage, 'hocvu:sent', null);
    if (sent.address) ask('DELETE', sent.address).catch(function () { /* the next visit offers it once more */ });
  }

  var unsaved = new Set(), restore = {}, forms = Array.from(doc.querySelectorAll('form[data-keep][id]'));
  forms.forEach(function (form) {
    var fresh = values(form), onServer = false, timer;
    function give() {
      fill(form, fresh);
      unsaved.delete(form);
      store(sessionStorage, key(form), null);
      ask('DELETE', address(form)).then(function () { onServer = false; say(form, words.draftDropped); }, function () { say(form, words.draftLater); });
    }
    function save() {
      var now = values(form);
      if (now === fresh && !onServer) return;
      ask(now === fresh ? 'DELETE' : 'PUT', address(form), now === fresh ? undefined : now).then(function () {
        onServer = now !== fresh;
        if (values(form) === now) unsaved.delete(form);
        say(form, onServer ? words.draftSaved.replace('{0}', clock(Date.now())) : '');
      }, function () { say(form, words.draftLater); });
    }
    restore[form.id] = function (draft, at) {
      if (refused || values(form) !== fresh || !fill(form, draft)) return;
      onServer = true;
      say(form, words.draftRestored.replace('{0}', clock(at)), give);
    };
    var kept = store(sessionStorage, key(form));
    if (kept) restore[form.id](kept, Date.now());
    form.addEventListener('input', function () {
      var now = values(form);
      if (now === fresh) unsaved.delete(form); else unsaved.add(form);
      store(sessionStorage, key(form), now === fresh ? null : now);
      clearTimeout(timer);
      timer = setTimeout(save, 2000);
    });
    form.addEventListener('submit', function () {
      clearTimeout(timer);
      unsaved.delete(form);
      store(sessionStorage, 'hocvu:sent', JSON.stringify({ key: key(form), address: onServer ? address(form) : null }));
    });
  });
  if (forms.length && !refused && session) {
    ask('GET', '/drafts?page=' + encodeURIComponent(location.pathname)).then(function (answer) { return answer.json(); }).then(function (drafts) {
      drafts.forEach(function (draft) { if (restore[draft.form]) restore[draft.form](draft.values, draft.at); });
    }).catch(function () { /* what this tab kept stands already */ });
  }
  doc.querySelectorAll('[data-keep]:not(form)').forEach(function (link) { link.addEventListener('click', function () { unsaved.clear(); }); });
  window.addEventListener('beforeunload', function (event) { if (unsaved.size) event.preventDefault(); });

  // Two minutes before the session ends it says so; afterwards it offers to sign in again, to the same page.
  if (!session || !(+session.dataset.seconds > 0)) return;
  var stay = session.querySelector('[data-stay]'), again = session.querySelector('[data-again]');
  function show(state) {
    if (session.dataset.state === state) return;
    session.dataset.state = state;
    session.querySelectorAll('[data-when]').forEach(function (part) { part.hidden = part.dataset.when !== state; });
    if (state === 'well') session.close(); else if (!session.open) session.showModal();
  }
  function look() {
    var left = +session.dataset.seconds - (Date.now() - +(store(localStorage, 'hocvu:heard') || Date.now())) / 1000;
    show(left > 120 ? 'well' : left > 0 ? 'soon' : 'over');
  }
  session.dataset.state = 'well';
  session.addEventListener('cancel', function (event) { event.preventDefault(); stay.click(); });
  stay.addEventListener('click', function () { ask('GET', '/account/session').then(look, function () { show('over'); }); });
  again.addEventListener('click', function () { unsaved.clear(); location.reload(); });
  setInterval(look, 5000);
})();
