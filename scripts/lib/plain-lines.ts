import { ListrTaskEventType, ListrTaskState, type ListrRenderer, type ListrTaskObject } from 'listr2';

import { duration } from './summary.ts';

type AnyTask = ListrTaskObject<unknown>;

/** Writes one line when a step begins, and one when it is done: for a log, where nothing can be drawn over. */
export class PlainLines implements ListrRenderer {
  static nonTTY = true;
  static rendererOptions = {};
  static rendererTaskOptions = {};

  constructor(private readonly tasks: AnyTask[]) {}

  render(): void {
    this.tasks.forEach(follow);
  }

  end(): void {
    // Every line has been written.
  }
}

function follow(task: AnyTask): void {
  let begun = 0;
  task.on(ListrTaskEventType.SUBTASK, (subtasks) => {
    subtasks.forEach(follow);
  });
  task.on(ListrTaskEventType.OUTPUT, (output) => {
    write(`  ${output}`);
  });
  task.on(ListrTaskEventType.STATE, (state) => {
    if (task.title === undefined) return;
    if (state === ListrTaskState.STARTED) {
      begun = performance.now();
      write(`${task.title} ...`);
    } else if (state === ListrTaskState.COMPLETED) {
      write(`${task.title} (${duration(performance.now() - begun)})`);
    } else if (state === ListrTaskState.FAILED) {
      write(`${task.title}: failed`);
    }
  });
}

function write(line: string): void {
  process.stdout.write(`${line}\n`);
}
