/*
 * Copyright 2026 The EKS Fleet Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { SoonTask } from './SoonTask';

describe('SoonTask', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });

  const make = () => {
    const run = jest.fn(async () => {});
    return {
      run,
      task: new SoonTask({ run, delayMs: 1_000, distanceMs: 10_000 }),
    };
  };

  it('runs once for many requests', () => {
    const { run, task } = make();
    task.request();
    task.request();
    expect(run).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1_000);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('keeps a distance between runs', () => {
    const { run, task } = make();
    task.request();
    jest.advanceTimersByTime(1_000);
    task.request();
    jest.advanceTimersByTime(9_999);
    expect(run).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(1);
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('runs no more once it is stopped', () => {
    const { run, task } = make();
    task.request();
    task.stop();
    task.request();
    jest.advanceTimersByTime(60_000);
    expect(run).not.toHaveBeenCalled();
  });
});
