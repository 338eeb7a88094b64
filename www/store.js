// @ts-check
// The page's state in one place, with undo and redo of the draft. Who changes it calls `update`; who shows it subscribes.
// It is not the engine: reports come in from app.js.

/**
 * @typedef {object} State
 * @property {import('./draft.js').Draft} draft
 * @property {import('./draft.js').Draft[]} past
 * @property {import('./draft.js').Draft[]} future
 * @property {string} tag  what the last change was about: typing in one field is one step of undo
 * @property {string} lang
 * @property {'auto' | 'light' | 'dark'} theme
 * @property {string | null} focus  key of the event that the answer is about
 * @property {Sheet | null} sheet
 * @property {string | null} why  key of the open explanation
 * @property {number | null} cursor  row of the limit table under the reading cursor
 * @property {string | null} moving  key of the event that is being moved on the axis
 * @property {number} width  of the charts, in pixels
 * @property {boolean} wide  whether editor and result are side by side
 * @property {Result} result
 * @property {Notice | null} notice
 * @property {Cost | null} cost  what the open cost sheet is about
 * @property {import('./storage.js').Named} scenario  the one at hand
 * @property {import('./storage.js').Standing} kept  whether it is kept on this device
 * @property {boolean} shelf  whether the list of kept scenarios is open
 * @property {Help | null} help  what of the help is open
 * @property {Record<string, string>} receivers  who receives a charge, as typed, by its id
 * @property {Ask | null} ask  the open question
 * @property {Answered | null} answered  the last answer, and what it answers
 * @property {import('./draft.js').Draft[]} pinned  scenarios to compare with
 * @property {Share | null} share  the open sheet for handing on and opening
 * @property {Opened | null} opened  what was opened and is only looked at
 */
/**
 * @typedef {object} Cost
 * @property {string | null} plan  id of a plan of the scenario; null for what is typed
 * @property {string} principal
 * @property {string} periods
 * @property {string} date
 * @property {'monthlyPayment' | 'totalFee' | 'rate'} known  what `value` is
 * @property {string} value
 * @property {string} lpr  percent, '' for the published one
 */
/**
 * @typedef {object} Help
 * @property {'way' | 'ladder'} view
 * @property {string | null} about  key of the setback that it is about; null for the last
 * @property {string[]} done  what is ticked on the list
 * @property {string | null} letter  the text as changed by hand; null for the one that was written
 */
/**
 * @typedef {object} Ask
 * @property {import('./pkg/yuefu.js').Question['ask']} kind
 * @property {string} date
 * @property {string} amount
 * @property {string} monthlyMax  '' for none
 * @property {string} purchase  id; '' for the last one
 * @property {string} event  key of a refused purchase; '' for the last one
 */
/**
 * @typedef {object} Answered
 * @property {string} question  as JSON
 * @property {Result} result  of the scenario that was asked about
 * @property {import('./pkg/yuefu.js').Answer | null} answer
 * @property {import('./pkg/yuefu.js').YuefuError | null} error
 */
/** @typedef {{ mode: 'out' | 'in', text: string, problem: string }} Share */
/**
 * @typedef {object} Opened
 * @property {import('./draft.js').Draft} draft
 * @property {Result} result
 * @property {import('./pkg/yuefu.js').CodeNote[]} notes
 */
/** @typedef {{ kind: 'event', key: string } | { kind: 'settings' } | { kind: 'more' }} Sheet */
/** @typedef {{ text: string, values?: Record<string, string>, undo?: boolean, restore?: boolean, dropped?: { id: string, text: string } }} Notice */
/**
 * @typedef {object} Result
 * @property {import('./pkg/yuefu.js').Report | null} report  the last good one
 * @property {(string | null)[]} keys  the event keys that the report's indexes stand for
 * @property {import('./draft.js').Draft | null} draft  what the report was made from
 * @property {{ code: string, path: string, message: string, hint: string } | null} error
 * @property {string | null} fault  the engine itself failed
 */

/** Before anything has been run. @type {Result} */
export const NO_RESULT = { report: null, keys: [], draft: null, error: null, fault: null };

/** Nothing is open, nothing was done: what a state begins with beside its draft. */
export const AT_REST = {
  past: /** @type {import('./draft.js').Draft[]} */ ([]),
  future: /** @type {import('./draft.js').Draft[]} */ ([]),
  tag: '',
  focus: null,
  sheet: null,
  why: null,
  cursor: null,
  moving: null,
  notice: null,
  cost: null,
  help: null,
  shelf: false,
  receivers: {},
  ask: null,
  answered: null,
  pinned: /** @type {import('./draft.js').Draft[]} */ ([]),
  share: null,
  opened: null,
};

/** The state as it is looked at: what was opened stands in for one's own. @param {State} state @returns {State} */
export const shown = (state) =>
  state.opened ? { ...state, draft: state.opened.draft, result: state.opened.result } : state;

/** Steps of undo that are kept. */
const STEPS = 100;

/**
 * @param {State} initial
 * @param {(state: Pick<State, 'draft' | 'result'>) => Result} runDraft  what follows from a changed draft
 */
export function createStore(initial, runDraft) {
  let state = initial;
  /** @type {((state: State, before: State) => void)[]} */
  const listeners = [];

  /** @param {Partial<State>} change */
  function update(change) {
    const before = state;
    state = { ...state, ...change };
    if (state.draft !== before.draft) state = { ...state, result: runDraft(state), cursor: null };
    for (const listener of listeners) listener(state, before);
  }

  return {
    get: () => state,
    update,
    /** A short word at the foot of the screen. @param {string} text  key of its words */
    say: (text) => update({ notice: { text } }),
    /** What another draft gives. @param {import('./draft.js').Draft} draft */
    run: (draft) => runDraft({ draft, result: NO_RESULT }),
    /** @param {(state: State, before: State) => void} listener */
    subscribe: (listener) => void listeners.push(listener),

    /**
     * Takes a new draft as a step of undo; a change of the same tag joins the step before it.
     * @param {import('./draft.js').Draft} draft @param {string} tag @param {Partial<State>} [also]
     */
    edit(draft, tag, also = {}) {
      const joins = tag !== '' && tag === state.tag;
      const past = joins ? state.past : [...state.past, state.draft].slice(-STEPS);
      update({ draft, past, future: [], tag, notice: null, ...also });
    },

    undo() {
      const draft = state.past.at(-1);
      if (!draft) return;
      const future = [state.draft, ...state.future];
      update({ draft, past: state.past.slice(0, -1), future, tag: '', notice: null, ...still(state, draft) });
    },

    redo() {
      const [draft, ...future] = state.future;
      if (!draft) return;
      update({ draft, past: [...state.past, state.draft], future, tag: '', notice: null, ...still(state, draft) });
    },
  };
}

/**
 * Sheet and focus as far as their event is still there.
 * @param {State} state @param {import('./draft.js').Draft} draft
 * @returns {Partial<State>}
 */
function still(state, draft) {
  const keys = draft.events.map((event) => event.key);
  const { sheet, focus } = state;
  return {
    sheet: sheet?.kind === 'event' && !keys.includes(sheet.key) ? null : sheet,
    focus: focus && keys.includes(focus) ? focus : null,
  };
}

/** @typedef {ReturnType<typeof createStore>} Store */
