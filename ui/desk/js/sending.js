// Acts on their way to the store. Each stays with the page until the server says that it is kept.

const PATIENCE = 5000;

export function makeSending(model, changed, dropped) {
  let send = () => {};
  let tries = 0;
  let timer = null;

  function push() {
    tries += 1;
    send({ tries, acts: model.waiting });
    clearTimeout(timer);
    if (model.waiting.length && !model.failed) timer = setTimeout(push, PATIENCE);
  }

  return {
    add(act) {
      const earlier = model.waiting.filter((other) => other.requirement === act.requirement);
      const standing = model.standing[act.requirement];
      const seen = earlier.length ? earlier[earlier.length - 1].id : standing ? standing.id : null;
      model.waiting.push({ id: crypto.randomUUID ? crypto.randomUUID() : `${Date.now()}-${Math.random()}`, seen, ...act });
      model.failed = "";
      push();
      changed();
    },
    // Takes over how to reach the server, and what it has answered.
    hear(reach, answers) {
      send = reach;
      let failed = "";
      for (const answer of answers) {
        const at = model.waiting.findIndex((act) => act.id === answer.act);
        if (at < 0) continue;
        if (answer.failed) {
          failed = answer.failed;
          continue;
        }
        const [act] = model.waiting.splice(at, 1);
        if (answer.dropped) dropped(act, answer.dropped);
        if (answer.standing) {
          const later = model.waiting.filter((other) => other.requirement === act.requirement);
          model.refused[act.requirement] = { standing: answer.standing, mine: [act, ...later] };
          model.waiting = model.waiting.filter((other) => other.requirement !== act.requirement);
        }
      }
      model.failed = failed;
      if (!model.waiting.length || failed) clearTimeout(timer);
    },
    retry() {
      model.failed = "";
      push();
      changed();
    },
    stop() {
      clearTimeout(timer);
    },
    get unsaved() {
      return model.waiting.length > 0;
    },
  };
}

// What was typed and not yet kept, so that neither a reload nor another person's decision loses it.
export function makeDrafts(review) {
  const place = `guidecheck typed ${review}`;
  let typed = {};
  try {
    typed = JSON.parse(sessionStorage.getItem(place) || "{}");
  } catch {
    typed = {};
  }
  const write = () => {
    try {
      sessionStorage.setItem(place, JSON.stringify(typed));
    } catch {
      // The browser keeps nothing for this page; what is typed stays in its field.
    }
  };
  return {
    of: (id) => typed[id] || {},
    keep(id, field, text) {
      typed[id] = { ...typed[id], [field]: text };
      write();
    },
    drop(id, field) {
      if (!typed[id]) return;
      delete typed[id][field];
      if (!Object.keys(typed[id]).length) delete typed[id];
      write();
    },
  };
}

// Where the person was in this review.
export function makeBookmark(review) {
  const place = `guidecheck place ${review}`;
  return {
    read() {
      try {
        return localStorage.getItem(place);
      } catch {
        return null;
      }
    },
    write(id) {
      try {
        localStorage.setItem(place, id);
      } catch {
        // Then the next visit begins at the first requirement.
      }
    },
  };
}
