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

import type { FileDiff } from '../git/types';
import type { Mergeability } from '../pulls/mergeability';
import type { Repository } from '../Repository';
import type { CommitStatus, PullRequest } from '../types';
import { html, page, type Html } from './html';

export interface PullView {
  repository: Repository;
  pull: PullRequest;
  files: FileDiff[];
  /** Absent for one that is closed. */
  trial?: Mergeability;
  /** Whom a visitor may act as. */
  people: string[];
  /** What came of the last thing that was tried. */
  problem?: string;
}

/** A pull request as people see it, with what they can do. */
export function pullPage(view: PullView): string {
  const { repository, pull, files, problem } = view;
  const statuses = repository.latestStatuses(pull.head.sha);
  return page(
    `${pull.title} · #${pull.number}`,
    html`<p>
        <a href="/${repository.fullName}/pulls">${repository.fullName}</a>
      </p>
      <h1>${pull.title} <span class="facts">#${pull.number}</span></h1>
      <p class="facts">
        <strong>${stateWord(pull)}</strong>: ${pull.user} wants to merge
        <code>${pull.head.ref}</code> into
        <code>${pull.base.ref}</code> ${pull.mergedBy &&
        html`; merged by ${pull.mergedBy}`}
        ${pull.labels.map(label => html` · ${label}`)}
      </p>
      ${problem && html`<p role="alert"><strong>${problem}</strong></p>`}
      ${pull.body && html`<pre>${pull.body}</pre>`} ${statusSection(statuses)}
      ${talk(pull)} ${pull.state === 'open' ? actions(view) : undefined}
      <section>
        <h2>Files</h2>
        ${files.map(fileSection)}
      </section>`,
  );
}

export function pullsPage(repository: Repository): string {
  const pulls = [...repository.pulls.values()].reverse();
  return page(
    `Pull requests · ${repository.fullName}`,
    html`<h1>${repository.fullName}</h1>
      ${pulls.length === 0
        ? html`<p>There are no pull requests yet.</p>`
        : undefined}
      <ul>
        ${pulls.map(
          pull =>
            html`<li>
              <a href="/${repository.fullName}/pull/${pull.number}"
                >#${pull.number} ${pull.title}</a
              >
              <span class="facts">${stateWord(pull)}, by ${pull.user}</span>
            </li>`,
        )}
      </ul>`,
  );
}

function stateWord(pull: PullRequest): string {
  if (pull.mergedAt) {
    return 'Merged';
  }
  return pull.state === 'open' ? 'Open' : 'Closed';
}

function statusSection(statuses: CommitStatus[]): Html | undefined {
  return statuses.length > 0
    ? html`<section>
        <h2>Checks</h2>
        <ul>
          ${statuses.map(
            ({ context, state, description }) =>
              html`<li><code>${context}</code> ${state}: ${description}</li>`,
          )}
        </ul>
      </section>`
    : undefined;
}

function talk({ reviews, comments }: PullRequest): Html | undefined {
  const said = [
    ...reviews.map(({ user, state, body, submittedAt }) => ({
      at: submittedAt,
      text: html`<li><strong>${user}</strong> ${state} ${body}</li>`,
    })),
    ...comments.map(({ user, body, createdAt }) => ({
      at: createdAt,
      text: html`<li>
        <strong>${user}</strong>
        <pre>${body}</pre>
      </li>`,
    })),
  ].sort((one, other) => one.at.getTime() - other.at.getTime());
  return said.length > 0
    ? html`<section>
        <h2>Conversation</h2>
        <ul>
          ${said.map(({ text }) => text)}
        </ul>
      </section>`
    : undefined;
}

function actions({ repository, pull, trial, people }: PullView): Html {
  const blockers = [
    ...(trial?.merged.conflicts ?? []).map(path => `Conflict in ${path}`),
    ...(trial?.blockers ?? []),
  ];
  return html`<section>
    <h2>What you can do</h2>
    <ul>
      ${blockers.map(blocker => html`<li>${blocker}</li>`)}
    </ul>
    <form method="post" action="/${repository.fullName}/pull/${pull.number}">
      <label
        >As
        <select name="user">
          ${people.map(login => html`<option>${login}</option>`)}
        </select></label
      >
      <button name="action" value="merge">Merge</button>
      <button name="action" value="approve">Approve</button>
      <button name="action" value="close">Close</button>
    </form>
  </section>`;
}

function fileSection({ path, status, patch }: FileDiff): Html {
  return html`<h3><code>${path}</code> <span class="facts">${status}</span></h3>
    <pre>${patch ?? 'Binary file'}</pre>`;
}
