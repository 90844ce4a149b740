import { texts } from "../texts";

/** What a reader sees while an answer is on its way, with a way to stop it. */
export function Progress({ text, cancel }: { text?: string | undefined; cancel?: () => void }) {
  return (
    <div class="progress">
      <span class="progress-bar" aria-hidden="true" />
      <span role="status">{text ?? texts.asking}</span>
      {cancel && <button type="button" class="quiet" onClick={cancel}>{texts.cancel}</button>}
    </div>
  );
}
