using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Server.Hosting;

namespace StretchChallenge.Server.Accounts.Export;

/// <summary>The readable page of an export: one HTML document without scripts or anything loaded.</summary>
internal static class ExportPage
{
    private const string Style =
        "body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b2330;background:#fff}"
        + "h1,h2,h3{line-height:1.2}table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}"
        + "th,td{text-align:start;padding:.3rem .6rem;border-bottom:1px solid #d5dae2;vertical-align:top}"
        + "@media(prefers-color-scheme:dark){body{color:#e8ecf2;background:#161b24}th,td{border-color:#39424f}}";

    /// <summary>Writes the page.</summary>
    /// <param name="data">The person's data.</param>
    /// <param name="words">The texts, in the person's language.</param>
    /// <param name="routineName">The name of a routine by its id.</param>
    public static string Write(PersonalData data, ExportWords words, Func<string, string> routineName)
    {
        var page = new HtmlWriter(words);
        var account = data.Account;
        page.Table(
            words.Account,
            [],
            [
                [words.Name, account.DisplayName],
                [words.Email, account.Email ?? "–"],
                [words.ShownOnBoards, words.YesNo(account.ShowName)],
                [words.CreatedAt, page.Instant(account.CreatedAt)],
                .. account.Roles.Select(role => new[] { words.Role, words.Of(role) }),
                [words.CalendarFeed, data.Records.CalendarFeedSince is { } since ? page.Instant(since) : words.None],
            ]);
        page.Table(words.TimeZones, [words.From, words.TimeZones], data.TimeZones.Select(zone => new[] { page.Instant(zone.From), zone.TimeZone }));
        page.Table(
            words.WorkPatterns,
            [words.From, words.WorkDays],
            data.WorkPatterns.Select(pattern => new[] { page.Date(pattern.From), string.Join(", ", pattern.WorkDays) }));
        page.Table(words.TimeOff, [words.From, words.To], data.TimeOff.Select(off => new[] { page.Date(off.From), page.Date(off.To) }));
        WriteHealth(page, data, words);
        foreach (var challenge in data.Challenges)
        {
            WriteChallenge(page, challenge, words);
        }

        page.Table(
            words.Days,
            [words.Date, words.How, words.RecordedAt],
            data.Days.Select(day => new[] { page.Date(day.Date), words.Of(EnumNames.Of(day.Kind)), page.Instant(day.RecordedAt) }));
        page.Table(
            words.Routines,
            [words.Date, words.Routine, words.Seconds],
            data.Records.Routines.Select(one => new[] { page.Date(one.LocalDate), routineName(one.RoutineId), page.Number(one.Seconds) }));
        page.Table(
            words.Breaks,
            [words.When, words.Routine, words.Name, words.Hosted],
            data.Records.Breaks.Select(one => new[]
            {
                page.Instant(one.JoinedAt ?? one.OpensAt), routineName(one.RoutineId), one.Name ?? "–", words.YesNo(one.Hosted),
            }));
        page.Table(
            words.Devices,
            [words.From, words.LastUsed, words.Browser],
            data.Records.Devices.Select(one => new[] { page.Instant(one.CreatedAt), page.Instant(one.LastUsedAt), one.Browser ?? "–" }));
        page.Table(
            words.Passkeys,
            [words.From, words.LastUsed, words.Name],
            data.Records.Passkeys.Select(one => new[]
            {
                page.Instant(one.CreatedAt), one.LastUsedAt is { } used ? page.Instant(used) : "–", one.Name,
            }));
        page.Table(
            words.Nudges,
            [words.When, words.ByMe],
            data.Records.Nudges.Select(one => new[] { page.Instant(one.SentAt), words.YesNo(one.ByMe) }));
        page.Table(
            words.Log,
            [words.When, words.Action, words.ByMe],
            data.Records.Log.Select(entry => new[] { page.Instant(entry.At), entry.Action, words.YesNo(entry.ByMe) }));
        return page.Finish(data.ExportedAt);
    }

    private static void WriteHealth(HtmlWriter page, PersonalData data, ExportWords words)
    {
        var answer = !data.Safety.Answered ? words.NotAnswered
            : data.Safety.DiscInjury is { } injury ? words.YesNo(injury)
            : words.RatherNotSay;
        page.Table(words.Safety, [], [[words.DiscInjury, data.Safety.Unreadable ? words.Unreadable : answer]]);
        page.Table(
            words.SelfTests,
            [words.Date, words.LegRaise, words.SitAndReach, words.BackFeeling],
            data.SelfTests.Select(test => new[]
            {
                page.Date(test.TakenOn),
                $"{page.Number(test.StraightLegRaise?.Left)} / {page.Number(test.StraightLegRaise?.Right)}",
                page.Number(test.SitAndReach),
                page.Number(test.BackFeeling),
            }));
    }

    private static void WriteChallenge(HtmlWriter page, PersonalChallenge challenge, ExportWords words)
    {
        page.Table(
            challenge.Name,
            [],
            [
                [words.From, page.Date(challenge.StartsOn)],
                [words.To, page.Date(challenge.EndsOn)],
                [words.JoinedOn, page.Date(challenge.JoinedOn)],
                [words.Role, words.Of(challenge.Role)],
                .. challenge.Teams.Select(team => new[] { words.Team, $"{team.Name} ({page.Date(team.From)} – {(team.To is { } to ? page.Date(to) : "…")})" }),
                .. Totals(page, challenge.Progress, words),
            ]);
        page.Table(
            null,
            [words.Date, words.State],
            (challenge.Progress?.Weeks ?? []).SelectMany(week => week.Days).Where(day => day.State != DayState.Ahead)
                .Select(day => new[] { page.Date(day.Date), words.Of(EnumNames.Of(day.State)) }));
    }

    private static IEnumerable<string[]> Totals(HtmlWriter page, Progress? progress, ExportWords words) => progress is null
        ? []
        :
        [
            [words.Streak, page.Number(progress.Streak)],
            [words.Best, page.Number(progress.Best)],
            [words.DoneOfDue, $"{page.Number(progress.Ring.Done)} / {page.Number(progress.Ring.Due)}"],
        ];

    /// <summary>Writes HTML in which every text is encoded.</summary>
    private sealed class HtmlWriter(ExportWords words)
    {
        private readonly StringBuilder _body = new();
        private readonly CultureInfo _culture = CultureInfo.GetCultureInfo(words.Language);

        /// <summary>A table with a heading; nothing where it has no rows.</summary>
        public void Table(string? heading, ImmutableArray<string> columns, IEnumerable<string[]> rows)
        {
            var body = string.Concat(rows.Select(row => $"<tr>{string.Concat(row.Select(cell => $"<td>{Encode(cell)}</td>"))}</tr>"));
            if (body.Length == 0)
            {
                return;
            }

            var head = columns.IsEmpty ? "" : $"<tr>{string.Concat(columns.Select(column => $"<th>{Encode(column)}</th>"))}</tr>";
            var title = heading is null ? "" : $"<h2>{Encode(heading)}</h2>";
            _body.Append(title).Append("<table>").Append(head).Append(body).Append("</table>");
        }

        public string Date(DateOnly date) => date.ToString("d", _culture);

        public string Instant(DateTimeOffset instant) => $"{instant.UtcDateTime.ToString("g", _culture)} UTC";

        public string Number(IFormattable? number) => number?.ToString(null, _culture) ?? "–";

        public string Finish(DateTimeOffset exportedAt) =>
            $"""
            <!doctype html>
            <html lang="{words.Language}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>{Encode(words.Title)}</title><style>{Style}</style></head>
            <body><h1>{Encode(words.Title)}</h1><p>{Encode(words.Lead)} {Encode(Instant(exportedAt))}</p>{_body}</body>
            </html>
            """;

        private static string Encode(string text) => WebUtility.HtmlEncode(text);
    }
}
