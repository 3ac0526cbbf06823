using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Sessions;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Grains.Tests.Hosting;
using StretchChallenge.Grains.Tests.World;
using StretchChallenge.Storage.Sessions;

namespace StretchChallenge.Grains.Tests.Sessions;

/// <summary>Who has a seat in a live break, for how long, and under which name.</summary>
[Trait("Category", "Faults")]
public sealed class SeatTests(GrainFixture fixture) : GrainTests(fixture), IClassFixture<GrainFixture>
{
    private TestSession? _break;
    private Colleague[] _people = [];

    private TestSession Break => _break!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _people = await Work.HireAllAsync("ana", "ben");
        var spring = await Work.StartChallengeAsync(_people[0]);
        await spring.AddTeamAsync("Blue", _people);
        _break = await TestSession.OpenAsync(Work, _people[0], spring);
    }

    [Fact]
    public async Task Join_OfManyAtOnce_AnswersEachAsIfAlone()
    {
        JoinSession Guest(string seat, string name) => new(TestSession.Server, null, seat, name);
        var ben = new JoinSession(TestSession.Server, _people[1].Id, null, "Ben");

        var outcomes = await Break.Grain.JoinAsync([Guest("one", "Gia"), Guest("two", "gia"), ben, Guest("one", "Gia"), ben]);

        outcomes[1].IsRefused(RefusalKind.Conflict, "name-taken");
        Assert.Equal(outcomes[0].Answer().ParticipantId, outcomes[3].Answer().ParticipantId);
        Assert.Equal(outcomes[2].Answer().ParticipantId, outcomes[4].Answer().ParticipantId);
        var listed = (await Break.RoomAsync()).Participants.Select(one => one.Name);
        Assert.Superset(new HashSet<string> { "Gia", "Ben" }, listed.ToHashSet());
    }

    [Fact]
    public async Task Join_AfterGuestsTookThousandsOfSeats_IsPossibleForMembersAndGuests()
    {
        for (var seat = 0; seat < 5_200; seat++)
        {
            await Break.LeaveAsync(await Break.JoinAsGuestAsync($"seat {seat}"));
        }

        await Break.JoinAsync(_people[1]);
        await Break.JoinAsGuestAsync("one more");

        var stored = (await Work.Get<ISessionStore>().LoadAsync(new SessionId(Break.Id)))!;
        Assert.InRange(stored.Participants.Length, 2, 5_001);
    }

    [Fact]
    public async Task Seat_OfAGuestAwayForHalfAnHour_IsForgotten()
    {
        await Break.JoinAsync(_people[0]);
        await Break.LeaveAsync(await Break.JoinAsGuestAsync("seat"));
        await Break.PassAsync(TimeSpan.FromMinutes(29));
        await Break.LeaveAsync(await Break.JoinAsGuestAsync("seat", name: null));

        await Break.PassAsync(TimeSpan.FromMinutes(31));

        (await Break.TryJoinAsGuestAsync("seat", name: null)).IsRefused(RefusalKind.NotFound, "unknown-seat");
        Assert.Single((await Work.Get<ISessionStore>().LoadAsync(new SessionId(Break.Id)))!.Participants);
    }

    [Theory]
    [InlineData("Gus")]
    [InlineData("gUS")]
    [InlineData("Ｇｕｓ")]
    [InlineData("G\u200bu\u00ads")]
    [InlineData("Gu\u0455")]
    public async Task Guest_WithTheNameOfSomebodyInTheRoom_IsRefused(string name)
    {
        var gus = await Break.JoinAsGuestAsync("seat", "Gus");
        (await Break.TryJoinAsGuestAsync("another", name)).IsRefused(RefusalKind.Conflict, "name-taken");

        await Break.LeaveAsync(gus);

        await Break.JoinAsGuestAsync("another", name);
    }

    [Fact]
    public async Task RemovedGuest_ComesBackNeitherByTheSeatNorByTheNameFromTheSameAddress()
    {
        await Break.JoinAsync(_people[0]);
        var gus = (await Break.TryJoinAsGuestAsync("seat", "Gus", "home")).Answer();
        Assert.Null(await Break.Grain.RemoveAsync("ana", gus.ParticipantId));

        (await Break.TryJoinAsGuestAsync("seat", "Gus", "home")).IsRefused(RefusalKind.Forbidden, "removed");
        (await Break.TryJoinAsGuestAsync("new", "GUS", "home")).IsRefused(RefusalKind.Forbidden, "removed");
        (await Break.TryJoinAsGuestAsync("other", "Gus", "elsewhere")).Answer();
    }

    [Fact]
    public async Task Guest_WhoSignsIn_KeepsTheSeat_AndIsCreditedForAll()
    {
        await Break.JoinAsync(_people[0]);
        var guest = await Break.JoinAsGuestAsync("seat", "Benny");
        await Break.DoAsync(SessionCommand.Start);
        await Break.PassAsync(TimeSpan.FromMinutes(2));

        var member = await Break.JoinWithSeatAsync(_people[1], "seat");
        await Break.PassAsync(TimeSpan.FromMinutes(3));
        await Break.UntilSettledAsync();

        Assert.Equal((guest.ParticipantId, SessionRole.Participant, 0L), (member.ParticipantId, member.Role, member.LateBy));
        Assert.Contains(Break.Rosters[^1].Changed, one => one is { Name: "ben", Role: SessionRole.Participant });
        Assert.True((await _people[1].TodayAsync()).Done);
        (await Break.TryJoinAsGuestAsync("seat", name: null)).IsRefused(RefusalKind.NotFound, "unknown-seat");
    }

    [Fact]
    public async Task Guest_WhoSignsInAfterTheEnd_IsCreditedToo()
    {
        await Break.JoinAsync(_people[0]);
        await Break.JoinAsGuestAsync("seat", "Benny");
        await Break.PlayAsync();
        await Break.UntilSettledAsync();

        await Break.JoinWithSeatAsync(_people[1], "seat");
        await Break.PassAsync(TimeSpan.FromSeconds(1));
        await Break.UntilSettledAsync();

        Assert.True((await _people[1].TodayAsync()).Done);
    }

    [Fact]
    public async Task Guest_WhoseAccountIsInTheRoomAlready_AddsWhatTheyDidAsGuest()
    {
        await Break.JoinAsync(_people[0]);
        await Break.JoinAsGuestAsync("seat", "Benny");
        var member = await Break.JoinAsync(_people[1]);
        await Break.LeaveAsync(member);
        await Break.DoAsync(SessionCommand.Start);
        await Break.PassAsync(TimeSpan.FromMinutes(4));

        var back = await Break.JoinWithSeatAsync(_people[1], "seat");
        await Break.PassAsync(TimeSpan.FromMinutes(1));
        await Break.UntilSettledAsync();

        Assert.Equal(member.ParticipantId, back.ParticipantId);
        Assert.True((await _people[1].TodayAsync()).Done);
        Assert.Equal(2, (await Break.RoomAsync()).Count);
    }
}
