using System.Text;
using StretchChallenge.Domain;
using StretchChallenge.Server.Challenges.Import;

namespace StretchChallenge.Server.Tests.Challenges.Import;

public sealed class PeopleFileTests
{
    [Theory]
    [InlineData("email,name,team,role\na@x.org,Ana,Blue,captain\n")]
    [InlineData("Rolle;Gruppe;E-Mail;Name\r\nKapitän;Blue;a@x.org;Ana\r\n")]
    [InlineData("\"E-Mail-Adresse\"\t\"Anzeigename\"\t\"Team\"\t\"Rolle\"\n\"a@x.org\"\t\"Ana\"\t\"Blue\"\t\"Team-Captain\"")]
    [InlineData("sep=;\nnumber;mail;name;team;role\n1;a@x.org;Ana;Blue;CAPTAIN\n\n;;;;\n")]
    public void Read_AnySeparatorOrderAndLanguage_FindsTheColumns(string text)
    {
        var file = PeopleFile.Read(text).Value!;

        Assert.Empty(file.Faults);
        Assert.Equal(new("a@x.org", "Ana", "Blue", ChallengeRole.Captain), Assert.Single(file.People));
    }

    [Fact]
    public void Read_QuotedBreaksAndSigns_StayInTheirFields()
    {
        var file = PeopleFile.Read("email,name\n\"a@x.org\",\"Bell,\nAna \"\"Bo\"\"\"\nb@x.org,Ben\n").Value!;

        Assert.Equal(["Bell, Ana \"Bo\"", "Ben"], file.People.Select(person => person.Name));
    }

    [Fact]
    public void Read_Formulas_StayText() =>
        Assert.Equal("=HYPERLINK(\"x\")", Assert.Single(PeopleFile.Read("email,name\na@x.org,\"=HYPERLINK(\"\"x\"\")\"").Value!.People).Name);

    [Fact]
    public void Read_MistakesInRows_TellsEachWithItsRowAndTakesNobody()
    {
        var file = PeopleFile.Read(
            $"email,name,team,role\na@x.org,,,\n\nnobody,,,\nA@X.ORG,,,\n,Ana,,\nb@x.org,{new string('n', 61)},{new string('t', 41)},boss\n").Value!;

        Assert.Equal(5, file.Rows);
        Assert.Empty(file.People);
        Assert.Equal(
            ["4 email not-an-email", "5 email repeated-row", "6 email missing", "7 role not-one-of", "7 name too-long", "7 team too-long"],
            file.Faults.Select(one => $"{one.Row} {one.Fault.Field} {one.Fault.Code}"));
        Assert.Equal(2, file.Faults[1].Fault.Params!["row"]);
    }

    [Theory]
    [InlineData("name,team\nAna,Blue")]
    [InlineData("a@x.org\nb@x.org")]
    public void Read_WithoutAColumnOfAddresses_NamesIt(string text) =>
        Assert.Equal("missing-column", Assert.Single(PeopleFile.Read(text).Value!.Faults).Fault.Code);

    [Fact]
    public void Read_Nothing_IsUnreadable() => Assert.Equal("unreadable-file", PeopleFile.Read("").Refusal!.Code);

    [Fact]
    public void Read_MoreRowsThanTheMost_IsRefused()
    {
        var rows = string.Concat(Enumerable.Range(0, PeopleFile.MostRows + 1).Select(row => $"p{row}@x.org\n"));

        Assert.Equal("too-many-rows", PeopleFile.Read($"email\n{rows}").Refusal!.Code);
        Assert.Equal(PeopleFile.MostRows, PeopleFile.Read($"email\n{rows[..rows[..^1].LastIndexOf('\n')]}").Value!.People.Length);
    }

    [Theory]
    [MemberData(nameof(RandomText.Seeds), MemberType = typeof(RandomText))]
    public void Read_AnyText_NeverThrows(int seed)
    {
        var outcome = PeopleFile.Read(RandomText.Of(
            seed, "email", "a@x.org", ",", ";", "\t", "\"", "\n", "\r\n", " ", "=1+1", "\0", "ä", "\uD83D\uDE00", "\uD83D", "\u202E", "name"));

        Assert.True(outcome.Refusal is null != outcome.Value is null);
    }

    [Theory]
    [MemberData(nameof(RandomText.Seeds), MemberType = typeof(RandomText))]
    public void Read_WhatASpreadsheetWrites_ComesBack(int seed)
    {
        var random = new Random(seed);
        var separator = random.GetItems([",", ";", "\t"], 1)[0];
        var names = random.GetItems(["Ana", "Bell, Ana", "\"Bo\"", "Zoë;Ö", "=1+1", "a\nb"], 20);
        var rows = names.Select((name, row) => $"p{row}@x.org{separator}\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");

        var file = PeopleFile.Read($"email{separator}name\r\n{string.Join("\r\n", rows)}").Value!;

        Assert.Equal(names.Select(name => name.Replace('\n', ' ')), file.People.Select(person => person.Name));
    }

    [Fact]
    public void Decode_EachEncoding_GivesTheSameText()
    {
        const string Text = "email;name\nzoe@x.org;Zoë Größe €\n";
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

        Assert.All(
            new[]
            {
                Encoding.UTF8.GetBytes(Text),
                [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)],
                Encoding.Unicode.GetBytes(Text),
                [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text)],
                Encoding.BigEndianUnicode.GetBytes(Text),
                [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Text)],
                windows.GetBytes(Text),
            },
            bytes => Assert.Equal(Text, UploadedFile.Decode(bytes)));
    }

    [Theory]
    [MemberData(nameof(RandomText.Seeds), MemberType = typeof(RandomText))]
    public void Decode_AnyBytes_NeverThrows(int seed)
    {
        var bytes = new byte[seed % 100];
        new Random(seed).NextBytes(bytes);

        Assert.NotNull(UploadedFile.Decode(bytes));
    }
}

/// <summary>Texts by chance, of pieces that matter to a reader.</summary>
internal static class RandomText
{
    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(0, 200)];

    public static string Of(int seed, params string[] pieces)
    {
        var random = new Random(seed);
        return string.Concat(random.GetItems(pieces, random.Next(60)));
    }
}
