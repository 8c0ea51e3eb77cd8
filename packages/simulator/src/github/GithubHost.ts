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

import type { Clock } from '../clock';
import { AppKeys } from './AppKeys';
import { ContentLimits } from './ContentLimits';
import { RateWindows } from './RateWindows';
import { Repository } from './Repository';
import { Tokens } from './Tokens';
import type { GithubRepositorySpec, GithubSpec, GithubUser } from './types';
import { Webhooks } from './Webhooks';

/** Everything that the Git host knows. */
export class GithubHost {
  readonly clock: Clock;
  readonly tokens: Tokens;
  readonly rate = new RateWindows();
  readonly contentLimits = new ContentLimits();
  readonly webhooks: Webhooks;
  readonly app: AppKeys | undefined;
  readonly #users = new Map<string, GithubUser>();
  readonly #repositories = new Map<string, Repository>();
  #lastId = 1000;

  static fromSpec(spec: GithubSpec, clock: Clock): GithubHost {
    const host = new GithubHost(spec, clock);
    for (const user of spec.users) {
      host.#users.set(user.login.toLowerCase(), {
        id: host.nextId(),
        login: user.login,
        name: user.name ?? user.login,
        type: user.type ?? 'User',
      });
    }
    for (const repository of spec.repositories) {
      host.addRepository(repository);
    }
    return host;
  }

  private constructor(spec: GithubSpec, clock: Clock) {
    this.clock = clock;
    this.tokens = Tokens.create(spec.tokens);
    this.app = spec.app && new AppKeys(spec.app);
    this.webhooks = new Webhooks(this);
  }

  nextId = (): number => {
    this.#lastId += 1;
    return this.#lastId;
  };

  addRepository(spec: GithubRepositorySpec): Repository {
    const { clock, nextId } = this;
    const repository = new Repository(spec, { clock, nextId });
    this.#repositories.set(repository.fullName.toLowerCase(), repository);
    repository.onEvent(event => this.webhooks.announce(repository, event));
    return repository;
  }

  repositories(): Repository[] {
    return [...this.#repositories.values()];
  }

  findRepository(owner: string, name: string): Repository | undefined {
    return this.#repositories.get(`${owner}/${name}`.toLowerCase());
  }

  findUser(login: string): GithubUser | undefined {
    return this.#users.get(login.toLowerCase());
  }

  /** The user; one that nobody knows is made up. */
  user(login: string): GithubUser {
    const known = this.findUser(login);
    if (known) {
      return known;
    }
    const made: GithubUser = {
      id: this.nextId(),
      login,
      name: login,
      type: login.endsWith('[bot]') ? 'Bot' : 'User',
    };
    this.#users.set(login.toLowerCase(), made);
    return made;
  }

  owners(): string[] {
    return [...new Set(this.repositories().map(({ spec }) => spec.owner))];
  }

  async stop(): Promise<void> {
    await this.webhooks.stop();
    await Promise.all(
      this.repositories().map(repository => repository.remove()),
    );
  }
}
