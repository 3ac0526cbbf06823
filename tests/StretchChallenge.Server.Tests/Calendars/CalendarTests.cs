using System.Net;
using System.Net.Http.Json;
using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Microsoft.Extensions.Time.Testing;
using StretchChallenge.Server.Calendars;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Calendars;

/// <summary>The personal calendar feed (RFC 5545).</summary>
public sealed class CalendarTests : IDisposable
{
    private readonly TestServer _server = new() { Clock = new FakeTimeProvider(TestDay.WednesdayMorning) };

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Feed_HasThePlannedBreaksOfTheirOwner_WithTheSameIdsEachTime()
    {
        var rest = await TestLiveSession.OpenAsync(_server, TestDay.WednesdayMorning.AddDays(1));
        var url = await SubscribeAsync(rest.Host);

        using var first = await _server.CreateVisitor().GetAsync(url);
        var text = await first.Content.ReadAsStringAsync();
        var again = await _server.CreateVisitor().GetStringAsync(url);

        Assert.Equal(text, again);
        Assert.Equal("text/calendar", first.Content.Headers.ContentType?.MediaType);
        Assert.Equal(("no-store", "no-referrer"), (first.Headers.CacheControl?.ToString(), Assert.Single(first.Headers.GetValues("Referrer-Policy"))));
        var lines = Unfolded(text);
        Assert.Equal(("BEGIN:VCALENDAR", "END:VCALENDAR"), (lines[0], lines[^1]));
        Assert.Contains("VERSION:2.0", lines);
        Assert.Contains($"UID:{rest.Id}@stretchchallenge", lines);
        Assert.Contains("DTSTAMP:20260311T080000Z", lines);
        Assert.Contains("DTSTART:20260312T080000Z", lines);
        Assert.Contains(lines, line => line.StartsWith("DTEND:20260312T080", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("SUMMARY:Stretch break: ", StringComparison.Ordinal));
        Assert.Contains($"URL:http://localhost/live/{rest.Code}", lines);
        Assert.Contains("STATUS:CONFIRMED", lines);
        var planned = Assert.Single(Calendar.Load(text)!.Events);
        Assert.Equal(($"{rest.Id}@stretchchallenge", 0, "TRANSPARENT"), (planned.Uid, planned.Sequence, planned.Transparency));
        Assert.Equal(TestDay.WednesdayMorning.AddDays(1).UtcDateTime, planned.Start!.AsUtc);
    }

    [Fact]
    [Trait("Category", "Faults")]
    public async Task Feed_CancelledBreak_IsARevisionThatSaysSo()
    {
        var rest = await TestLiveSession.OpenAsync(_server, TestDay.WednesdayMorning.AddDays(1));
        var url = await SubscribeAsync(rest.Host);
        var planned = await EventAsync(url);
        ((FakeTimeProvider)_server.Clock).Advance(TimeSpan.FromMinutes(20));
        await using var host = await _server.ConnectAsync(rest.Host);
        await host.CallAsync("EndSession", rest.Code);

        var cancelled = await EventAsync(url);

        Assert.Equal((planned.Uid, planned.Start, 1, EventStatus.Cancelled), (cancelled.Uid, cancelled.Start, cancelled.Sequence, cancelled.Status));
        Assert.Equal($"Called off: {planned.Summary}", cancelled.Summary);
        var at = TestDay.WednesdayMorning.AddMinutes(20).UtcDateTime;
        Assert.Equal((at, at), (cancelled.DtStamp!.AsUtc, cancelled.LastModified!.AsUtc));
        Assert.Equal(planned.DtStamp!.AsUtc, planned.LastModified!.AsUtc);
    }

    [Fact]
    [Trait("Category", "Faults")]
    public async Task Feed_NothingPlanned_IsACalendarThatProgramsRead()
    {
        using var response = await _server.CreateVisitor().GetAsync(await SubscribeAsync(await _server.RegisterAsync()));
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal("text/calendar; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        var calendar = Calendar.Load(text)!;
        Assert.Equal(("2.0", "PUBLISH"), (calendar.Version, calendar.Method));
        Assert.Single(calendar.TimeZones);
        Assert.EndsWith("END:VTIMEZONE\r\nEND:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", text.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Category", "Faults")]
    public async Task Feed_Unchanged_IsNotSentAgain()
    {
        var rest = await TestLiveSession.OpenAsync(_server, TestDay.WednesdayMorning.AddDays(1));
        var url = await SubscribeAsync(rest.Host);
        using var first = await _server.CreateVisitor().GetAsync(url);
        async Task<HttpStatusCode> AskAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var response = await _server.CreateVisitor().SendAsync(request);
            return response.StatusCode;
        }

        Assert.Equal(HttpStatusCode.NotModified, await AskAsync());
        await using var host = await _server.ConnectAsync(rest.Host);
        await host.CallAsync("EndSession", rest.Code);
        Assert.Equal(HttpStatusCode.OK, await AskAsync());
    }

    [Theory]
    [Trait("Category", "Faults")]
    [InlineData("de", "Dehnpause: ")]
    [InlineData("en", "Stretch break: ")]
    public async Task Feed_ReadByAProgramOfAnotherLanguage_StaysInThePersonsOwn(string language, string start)
    {
        var rest = await TestLiveSession.OpenAsync(_server, TestDay.WednesdayMorning.AddDays(1));
        var url = await SubscribeAsync(rest.Host, language);

        foreach (var program in new[] { "en-US", "de-DE", "fr" })
        {
            Assert.StartsWith(start, (await EventAsync(url, program)).Summary, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Feed_HostileNameOfTheChallenge_StaysText()
    {
        var rest = await TestLiveSession.OpenAsync(_server, TestDay.WednesdayMorning.AddDays(1));
        using var renamed = await rest.Host.Browser.PutAsJsonAsync(rest.Challenge.Path, new { name = "A;B,C\\D\r\nBEGIN:VALARM" });
        await renamed.ReadAsync();

        var lines = Unfolded(await _server.CreateVisitor().GetStringAsync(await SubscribeAsync(rest.Host)));

        Assert.DoesNotContain("BEGIN:VALARM", lines);
        Assert.Contains(lines, line => line.StartsWith("DESCRIPTION:A\\;B\\,C\\\\D BEGIN:VALARM\\nJoin", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Feed_OfAStranger_HasNone()
    {
        await TestLiveSession.OpenAsync(_server, TestDay.WednesdayMorning.AddDays(1));

        var text = await _server.CreateVisitor().GetStringAsync(await SubscribeAsync(await _server.RegisterAsync("Eve")));

        Assert.DoesNotContain("VEVENT", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_RenewedOrRevoked_OpensNothingMore()
    {
        var ann = await _server.RegisterAsync();
        var first = await SubscribeAsync(ann);
        var second = await SubscribeAsync(ann);

        using var old = await _server.CreateVisitor().GetAsync(first);
        using var current = await _server.CreateVisitor().GetAsync(second);
        using var revoked = await ann.Browser.DeleteAsync("/api/account/calendar");
        using var gone = await _server.CreateVisitor().GetAsync(second);

        await old.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-calendar");
        Assert.Equal(HttpStatusCode.OK, current.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
        await gone.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-calendar");
    }

    [Fact]
    public void Serialize_LongText_FoldsAfter75Bytes_AndNeverInsideACharacter()
    {
        var summary = string.Concat(Enumerable.Repeat("Zoë 🧘 stretches, ", 20)) + ".";

        var text = TextWith(summary);

        Assert.All(text.TrimEnd().Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 1, 75));
        Assert.Contains($"SUMMARY:{summary.Replace(",", "\\,", StringComparison.Ordinal)}", Unfolded(text));
        Assert.Equal(summary, SummaryIn(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text))));
    }

    [Fact]
    public void Serialize_SpecialCharacters_AreEscapedAndControlCharactersLeftOut()
    {
        var text = TextWith("a;b,c\\d\r\ne\u0007");

        Assert.Contains("SUMMARY:a\\;b\\,c\\\\d\\ne", Unfolded(text));
        Assert.Equal("a;b,c\\d\ne", SummaryIn(text));
    }

    private async Task<CalendarEvent> EventAsync(string url, string language = "en")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Add("Accept-Language", language);
        using var response = await _server.CreateVisitor().SendAsync(request);
        return Assert.Single(Calendar.Load(await response.Content.ReadAsStringAsync())!.Events);
    }

    private static string TextWith(string summary)
    {
        var calendar = new Calendar();
        calendar.Events.Add(new CalendarEvent { Summary = summary });
        return SessionCalendar.Serialize(calendar);
    }

    private static string? SummaryIn(string text) => Assert.Single(Calendar.Load(text)!.Events).Summary;

    private static async Task<string> SubscribeAsync(TestPerson person, string language = "en")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/account/calendar");
        request.Headers.Add("Accept-Language", language);
        using var response = await person.Browser.SendAsync(request);
        var url = (await response.ReadAsync()).Text("url");
        Assert.Matches("^http://localhost/calendar/[A-Za-z0-9_-]{27}.ics[?]language=(en|de)$", url);
        return url;
    }

    private static string[] Unfolded(string text) => text.Replace("\r\n ", "", StringComparison.Ordinal).TrimEnd().Split("\r\n");
}
