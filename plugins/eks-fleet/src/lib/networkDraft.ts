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

/** What goes in and out of a namespace, as it was filled in. */
export interface NetworkDraft {
  fromIngress: boolean;
  toInternet: boolean;
  /** Names of namespaces, apart by commas. */
  fromNamespaces: string;
  toNamespaces: string;
  /** Such as `10.20.0.0/16:5432,5433`, one a line; all ports where there are none. */
  toCidrs: string;
}

export const EMPTY_NETWORK: NetworkDraft = {
  fromIngress: false,
  toInternet: false,
  fromNamespaces: '',
  toNamespaces: '',
  toCidrs: '',
};

/** The `network` of a `NamespaceSpec`. */
export function networkOf(draft: NetworkDraft): Record<string, unknown> {
  return {
    allowFromIngress: draft.fromIngress,
    allowToInternet: draft.toInternet,
    allowFromNamespaces: words(draft.fromNamespaces),
    allowToNamespaces: words(draft.toNamespaces),
    allowToCidrs: draft.toCidrs
      .split('\n')
      .map(line => line.trim())
      .filter(Boolean)
      .map(destinationOf),
  };
}

/** What there is, to be changed. */
export function networkDraftOf(network: unknown): NetworkDraft {
  const given = (network ?? {}) as {
    allowFromIngress?: boolean;
    allowToInternet?: boolean;
    allowFromNamespaces?: string[];
    allowToNamespaces?: string[];
    allowToCidrs?: { cidr: string; ports?: number[] }[];
  };
  return {
    fromIngress: given.allowFromIngress === true,
    toInternet: given.allowToInternet === true,
    fromNamespaces: (given.allowFromNamespaces ?? []).join(', '),
    toNamespaces: (given.allowToNamespaces ?? []).join(', '),
    toCidrs: (given.allowToCidrs ?? []).map(destinationText).join('\n'),
  };
}

/** Such as `10.20.0.0/16:5432,5433`. */
export function destinationText(destination: {
  cidr: string;
  ports?: number[];
}): string {
  const { cidr, ports = [] } = destination;
  return ports.length ? `${cidr}:${ports.join(',')}` : cidr;
}

/** What is no port stays a text, to be refused by name. */
function destinationOf(line: string): Record<string, unknown> {
  const parts = /^([^:]*\/\d+):(.*)$/.exec(line);
  return parts
    ? {
        cidr: parts[1].trim(),
        ports: words(parts[2]).map(port =>
          /^\d{1,5}$/.test(port) ? Number(port) : port,
        ),
      }
    : { cidr: line, ports: [] };
}

function words(text: string): string[] {
  return text.split(/[\s,]+/).filter(Boolean);
}
