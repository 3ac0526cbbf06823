using System.Text.Json;

namespace StretchChallenge.Server.Tests.Fuzz;

/// <summary>Values that no client of ours sends, and a few that are right, drawn by a seeded generator.</summary>
internal sealed class OddValues(Random random, IReadOnlyList<string> known)
{
    private static readonly string[] Texts =
    [
        "", " ", "\t\r\n", "\0", "a\0b", "null", "undefined", "-1", "0", "1e999", "NaN", "true", "[]", "{}", "../../etc/passwd",
        "..%2f..%2f", "%00", "%", "'; DROP TABLE accounts; --", "<script>", "${7*7}", "0001-01-01", "9999-12-31", "2026-03-11",
        "2026-02-30", "10000-01-01", "-0001-01-01", "9999-12-31T23:59:59.9999999-14:00", "0001-01-01T00:00:00+14:00",
        "2026-03-11T08:00:00Z", "Europe/Berlin", "Mon", "desk", "gentle", "desk-break-3", "captain", "organiser", "teamStreak",
        "\u202e\u200b", "\ufeff", "\ud83d\ude00", "e\u0301", "\u0000\uffff", "xn--", "a@example.com", "99999999999999999999",
        new('a', 200), new('é', 200), new('x', 8192), new('\u0301', 500),
    ];

    // As they stand in JSON.
    private static readonly string[] Raw =
    [
        "null", "true", "false", "0", "-1", "1", "70", "1e999", "-1e999", "1.5", "1e-400", "2147483648", "9223372036854775808",
        "99999999999999999999999999999999", "NaN", "Infinity", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u0000\"", "[]", "{}", "[null]",
        "[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]", "{\"a\":{\"a\":{\"a\":{}}}}", "[1,\"a\",null,{}]", "\"unterminated", "01", "+1", "--", "",
        "[\"Mon\",\"Tue\"]", "[\"2026-03-11\",\"9999-12-31\"]", "[\"0001-01-01\"]", "[0,1,2]", "[-2147483648]",
    ];

    /// <summary>One of these.</summary>
    public T One<T>(params IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    /// <summary>True so many times of a hundred.</summary>
    public bool Chance(int percent) => random.Next(100) < percent;

    /// <summary>A text: an id or code that exists, a date around today, or something odd.</summary>
    public string Text() => random.Next(10) switch
    {
        < 4 => One(known),
        4 => $"{new DateOnly(2026, 3, 11).AddDays(random.Next(-400, 400)):yyyy-MM-dd}",
        5 => new string([.. Enumerable.Range(0, random.Next(40)).Select(_ => (char)random.Next(0x300))]),
        _ => One(Texts),
    };

    /// <summary>A value of JSON, which need not be valid.</summary>
    public string Json() => Chance(60) ? JsonSerializer.Serialize(Text()) : One(Raw);

    /// <summary>Bytes.</summary>
    public byte[] Bytes()
    {
        var bytes = new byte[random.Next(300)];
        random.NextBytes(bytes);
        return bytes;
    }
}
