import { describe, expect, it } from 'vitest';
import type { SiteUser } from '../../src/microsoft365/site-users.ts';
import { siteAccess } from '../../src/provision/site-access.ts';

const person = (name: string, more: Partial<SiteUser> = {}): SiteUser => ({
  login: `i:0#.f|membership|${name.toLowerCase()}@school.example`,
  name,
  mail: `${name.toLowerCase()}@school.example`,
  admin: false,
  siteGroup: false,
  ...more,
});
const head = person('Hesper', { admin: true });
const leader = person('Lorcan', { admin: true });
const own: readonly SiteUser[] = [
  person('System Account', { login: 'SHAREPOINT\\system', mail: undefined }),
  person('NT Service', { login: 'NT Service\\spsearch', mail: undefined }),
  person('AP app', { login: 'i:0i.t|ms.sp.ext|3b0f8d0a@8f6d1c1e', mail: undefined }),
];
const sound = [...own, head, leader];
const doors = (users: readonly SiteUser[], more: Partial<Parameters<typeof siteAccess>[0]> = {}) =>
  siteAccess({ users, accepted: [], ...more });

describe('who can open a site that holds pupils’ records', () => {
  it('is two named owners and nobody else, and both are listed', () => {
    const { lines, wrong } = doors(sound);
    expect(wrong).toEqual([]);
    expect(lines.slice(0, 2)).toEqual([
      'Hesper (hesper@school.example) can open the site: owner.',
      'Lorcan (lorcan@school.example) can open the site: owner.',
    ]);
  });

  it.each([
    ['none', own, 0],
    ['one, who may fall ill', [...own, head], 1],
    ['three', [...sound, person('Third', { admin: true })], 3],
    [
      'one and a group that administers',
      [...own, head, person('IT', { login: 'c:0t.c|tenant|1', admin: true, mail: undefined })],
      1,
    ],
  ])('fails with another number of owners: %s', (_, users, count) => {
    expect(doors(users).wrong[0]).toBe(
      `The site has ${count} named owners and must have two. Set them in the SharePoint admin centre.`,
    );
  });

  it.each([
    ['a member of staff', 'i:0#.f|membership|tutor@school.example', 'is not an owner, and is known to the site'],
    ['a guest', 'i:0#.f|membership|x_other.example#ext#@school.example', 'is a guest, and is known to the site.'],
    ['everyone', 'c:0(.s|true', 'stands for everybody'],
    ['everyone but guests', 'c:0-.f|rolemanager|spo-grid-all-users/8f6d', 'stands for everybody'],
    ['a Microsoft 365 group', 'c:0o.c|federateddirectoryclaimprovider|7e00', 'is a Microsoft 365 group'],
    ['a security group', 'c:0t.c|tenant|7e00', 'is a group of the directory'],
  ])('fails on anybody more: %s', (name, login, says) => {
    const more = person(name, { login, mail: undefined });
    const { wrong } = doors([...sound, more]);
    expect(wrong).toHaveLength(1);
    expect(wrong[0]).toContain(`${name} ${says}`);
    expect(wrong[0]).toContain(`or accept ${login} in the file of SITES.`);
    const accepted = doors([...sound, more], { accepted: [login] });
    expect(accepted.wrong).toEqual([]);
    expect(accepted.lines).toContain(`${name} can open the site: accepted in the file of SITES.`);
  });

  it('never counts a guest as an owner', () => {
    const guest = person('Guest', { login: 'i:0#.f|membership|g_other.example#ext#@school.example', admin: true });
    const { wrong } = doors([...own, head, guest]);
    expect(wrong[0]).toContain('The site has 1 named owners');
    expect(wrong[1]).toContain('Guest (guest@school.example) is a guest');
  });

  it('fails on a site that belongs to a Microsoft 365 group', () => {
    expect(doors(sound, { group: 'Year 10 staff' }).wrong).toEqual([
      'The site belongs to the Microsoft 365 group Year 10 staff, and everybody in it can open it. Use another site.',
    ]);
  });

  it('says what Graph cannot tell, and how to look by hand', () => {
    const members = person('AP Members', { login: 'AP Members', mail: undefined, siteGroup: true });
    const { lines, wrong } = doors([...sound, members]);
    expect(wrong).toEqual([]);
    expect(lines[2]).toContain('Which applications have a grant Graph tells only to Sites.FullControl.All');
    expect(lines[3]).toContain('Who is in the site’s own groups (AP Members) Graph does not tell');
  });

  it('lists the applications where they may be seen, and fails on a third', () => {
    const grant = (application: string, role: string) => ({ application, appId: application, roles: [role] });
    const two = [grant('app', 'write'), grant('set-up', 'fullcontrol')];
    const { lines, wrong } = doors(sound, { grants: two });
    expect(wrong).toEqual([]);
    expect(lines.slice(2)).toEqual([
      'app (app) may use the site: write.',
      'set-up (set-up) may use the site: fullcontrol.',
    ]);
    expect(doors(sound, { grants: [...two, grant('old app', 'read')] }).wrong[0]).toContain(
      'More than two applications',
    );
  });
});
