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

import {
  FILES,
  REPO,
  startGithub,
  type StartedGithub,
} from '../__testUtils__/startGithub';

describe('contents and objects over REST', () => {
  let started: StartedGithub;

  beforeAll(async () => {
    started = await startGithub();
  });

  afterAll(() => started.stop());

  const content = (path: string, more: object = {}) =>
    started.octokit.repos.getContent({ ...REPO, path, ...more });

  it('gives files in base64 or raw, and folders as lists', async () => {
    const { data: file } = await content('clusters/one.json');
    expect(file).toMatchObject({
      type: 'file',
      path: 'clusters/one.json',
      encoding: 'base64',
      size: FILES['clusters/one.json'].length,
    });
    const { data: raw } = await content('README.md', {
      mediaType: { format: 'raw' },
    });
    expect(raw).toBe(FILES['README.md']);
    const { data: folder } = await content('clusters');
    expect(folder).toMatchObject([
      { type: 'file', path: 'clusters/one.json' },
      { type: 'file', path: 'clusters/two.json' },
    ]);
    await expect(content('nothing')).rejects.toMatchObject({ status: 404 });
    await expect(content('README.md', { ref: 'gone' })).rejects.toMatchObject({
      status: 404,
    });
  });

  it('answers 304 to who has it already, for nothing', async () => {
    const { headers } = await content('README.md');
    const again = (etag: string) =>
      content('README.md', { headers: { 'if-none-match': etag } }).catch(
        error => ({ status: error.status, headers: error.response.headers }),
      );
    const unchanged = await again(headers.etag!);
    expect(unchanged.status).toBe(304);
    expect(unchanged.headers['x-ratelimit-remaining']).toBe(
      headers['x-ratelimit-remaining'],
    );
    expect((await again('"other"')).status).toBe(200);
  });

  it('writes a file only over the one that was read', async () => {
    const { octokit } = started;
    const put = (more: object) =>
      octokit.repos.createOrUpdateFileContents({
        ...REPO,
        path: 'written/file.txt',
        message: 'Write it',
        content: Buffer.from('1\n').toString('base64'),
        ...more,
      });
    const { status, data } = await put({});
    expect(status).toBe(201);
    await expect(put({})).rejects.toMatchObject({ status: 422 });
    await expect(put({ sha: '0'.repeat(40) })).rejects.toMatchObject({
      status: 409,
    });
    const { status: updated } = await put({ sha: data.content!.sha });
    expect(updated).toBe(200);
    await octokit.repos.deleteFile({
      ...REPO,
      path: 'written/file.txt',
      message: 'Take it away',
      sha: data.content!.sha!,
    });
    await expect(content('written')).rejects.toMatchObject({ status: 404 });
  });

  it('makes blobs, trees, commits and refs, as a proposal is made', async () => {
    const { octokit, clock } = started;
    const { data: main } = await octokit.git.getRef({
      ...REPO,
      ref: 'heads/main',
    });
    const parent = main.object.sha;
    const { data: blob } = await octokit.git.createBlob({
      ...REPO,
      content: Buffer.from([0, 255, 10]).toString('base64'),
      encoding: 'base64',
    });
    const { data: tree } = await octokit.git.createTree({
      ...REPO,
      base_tree: parent,
      tree: [
        { path: 'bin/data', mode: '100755', type: 'blob', sha: blob.sha },
        { path: 'new/file.txt', mode: '100644', content: 'ö\n' },
        { path: 'clusters/two.json', mode: '100644', sha: null },
      ],
    });
    const { data: commit } = await octokit.git.createCommit({
      ...REPO,
      message: 'Several at once\n\nWith a body.',
      tree: tree.sha,
      parents: [parent],
    });
    expect(commit).toMatchObject({
      author: {
        name: 'eks-fleet',
        date: clock.now().toISOString().replace('.000', ''),
      },
      message: 'Several at once\n\nWith a body.',
      parents: [{ sha: parent }],
    });
    await octokit.git.createRef({
      ...REPO,
      ref: 'refs/heads/several',
      sha: commit.sha,
    });
    const { data: full } = await octokit.git.getTree({
      ...REPO,
      tree_sha: 'several',
      recursive: 'true',
    });
    expect(
      full.tree.filter(({ type }) => type === 'blob').map(({ path }) => path),
    ).toEqual(['README.md', 'bin/data', 'clusters/one.json', 'new/file.txt']);
    const { data: binary } = await octokit.git.getBlob({
      ...REPO,
      file_sha: blob.sha,
    });
    expect([...Buffer.from(binary.content, 'base64')]).toEqual([0, 255, 10]);
    const { data: shown } = await octokit.repos.getCommit({
      ...REPO,
      ref: 'several',
    });
    expect(
      shown.files!.map(({ filename, status }) => `${status} ${filename}`),
    ).toEqual([
      'added bin/data',
      'removed clusters/two.json',
      'added new/file.txt',
    ]);
  });

  it('moves refs forward, back only by force, and away', async () => {
    const { octokit, simulator } = started;
    const old = (await simulator.github.head('main'))!;
    const next = await simulator.github.commit({
      user: 'pat',
      branch: 'moving',
      files: { 'x.txt': 'x' },
    });
    const ref = { ...REPO, ref: 'heads/moving' };
    await expect(octokit.git.updateRef({ ...ref, sha: old })).rejects.toThrow(
      'Update is not a fast forward',
    );
    await octokit.git.updateRef({ ...ref, sha: old, force: true });
    await octokit.git.updateRef({ ...ref, sha: next });
    await expect(
      octokit.git.createRef({ ...REPO, ref: 'refs/heads/moving', sha: old }),
    ).rejects.toThrow('Reference already exists');
    await octokit.git.deleteRef(ref);
    await expect(octokit.git.getRef(ref)).rejects.toMatchObject({
      status: 404,
    });
    await expect(octokit.git.deleteRef(ref)).rejects.toThrow(
      'Reference does not exist',
    );
  });

  it.each([
    ['a path that leads out', { path: '../x', content: 'x' }],
    ['a path into .git', { path: 'a/.git/config', content: 'x' }],
    ['a file to delete that is not there', { path: 'no.txt', sha: null }],
    ['another mode', { path: 'x', content: 'x', mode: '777' }],
  ])('refuses a tree with %s', async (_, entry) => {
    const base = await started.simulator.github.head('main');
    await expect(
      started.octokit.git.createTree({
        ...REPO,
        base_tree: base,
        tree: [{ mode: '100644', ...entry } as never],
      }),
    ).rejects.toMatchObject({ status: 422 });
  });

  it.each([
    'refs/heads/a..b',
    'refs/heads/.hidden',
    'refs/heads/x.lock',
    'refs/heads/with space',
    'refs/notes/x',
    'main',
  ])('refuses the ref %s', async ref => {
    const sha = (await started.simulator.github.head('main'))!;
    await expect(
      started.octokit.git.createRef({ ...REPO, ref, sha }),
    ).rejects.toMatchObject({ status: 422 });
  });

  it('lists commits of a path, in pages', async () => {
    const { octokit } = started;
    const { data } = await octokit.repos.listCommits({
      ...REPO,
      path: 'README.md',
    });
    expect(data).toHaveLength(1);
    const { headers } = await octokit.repos.listCommits({
      ...REPO,
      per_page: 1,
    });
    expect(headers.link).toMatch(/page=2>; rel="next"/);
  });
});
